"""Answers to questions in words: the answer first, in a sentence or two, then its source."""

from replies.questions.card import explanation_reply, question_reply

__all__ = ["explanation_reply", "question_reply"]

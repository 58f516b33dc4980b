"""Answers to questions in words: the answer first, in a sentence or two, then its source."""

from replies.questions.card import explanation_reply, question_reply
from replies.questions.kept import how_to_ask, unanswered_page

__all__ = ["explanation_reply", "how_to_ask", "question_reply", "unanswered_page"]

"""Which kind of answer comes first, once what a question names is known."""

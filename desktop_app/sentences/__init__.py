"""The English texts of errors, of comparisons, and of remarks about libraries.

{names} stand for the data. The window translates the same templates (ui/kit/messages.py). The core
itself contains no messages.
"""

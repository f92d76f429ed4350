"""Look, language and the small widgets that every view is made of."""

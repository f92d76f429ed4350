"""Measures of rankings, codes and previews, and the tables and plots that show them."""

"""What training learns from: examples, views and stored features."""

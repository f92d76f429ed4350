"""What the generator draws of codes, and the page about the code of one photo."""

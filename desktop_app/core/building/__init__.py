"""Models of the user's own image encoder: the network adapted, a head fitted, a bundle written."""

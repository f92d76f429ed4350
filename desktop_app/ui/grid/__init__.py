"""A grid of photos: positions, painting, thumbnails, the mouse and the selection."""

"""The models of a library: listed, exchanged, switched and retrained."""

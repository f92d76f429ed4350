"""Files as the user handles them: moves, copies, exports, and the drives they lie on."""

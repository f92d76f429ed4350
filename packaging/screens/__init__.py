"""The program as a user sees it: on a virtual screen, in a clean Debian, in its tour."""

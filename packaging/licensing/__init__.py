"""The licences of all that a package contains."""

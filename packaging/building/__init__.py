"""What a build is made of: the release, the frozen program, what unpacks itself."""

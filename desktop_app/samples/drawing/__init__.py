"""Drawing tools, and parts that several scenes share."""

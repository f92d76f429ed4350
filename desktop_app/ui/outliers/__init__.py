"""Photos that are like no others: found in the background, the rarest first."""

"""What is done about copies: which photo of a group stays, what may go, and for which other."""

"""How grades agree with people's: graded answers, the constants fitted to them, and the gate."""

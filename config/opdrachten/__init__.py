"""What the commands on the command line do."""

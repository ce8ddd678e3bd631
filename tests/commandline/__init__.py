"""The commands in `bin/`: what an administrator types, and what every proof and measurement stands on."""

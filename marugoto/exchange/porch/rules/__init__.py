"""Pure: how days, hours and readings are said to residents, and the number a notice is asked by."""

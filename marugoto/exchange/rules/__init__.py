"""What may come in at the gate, how a file is read, and what an import would do: values in, a preview or a sentence out."""

"""Train the statement encoder and write its files; needs torch and onnx, which the program itself never does."""

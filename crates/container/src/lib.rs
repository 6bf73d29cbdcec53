//! Unwrapping of whatever carries signed records: bare text, SAFE XML, encodings.

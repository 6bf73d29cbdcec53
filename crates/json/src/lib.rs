//! Strict JSON reading that keeps number spellings, byte spans and duplicate fields.

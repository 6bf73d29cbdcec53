//! The data set: 82 signed bytes without separators, numbers little-endian.

/// Bytes of a data set.
pub(crate) const LENGTH: usize = 82;

/// The fields in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DataSet {
    pub(crate) adapter_id: [u8; 10],
    pub(crate) firmware: [u8; 4],
    pub(crate) firmware_checksum: [u8; 2],
    pub(crate) meter_id: [u8; 10],
    pub(crate) status: u32,
    /// Seconds counted without regard to the clock.
    pub(crate) second_index: u32,
    /// Unix seconds.
    pub(crate) timestamp: u32,
    /// Groups A to F.
    pub(crate) obis: [u8; 6],
    /// Unit code of DLMS.
    pub(crate) unit: u8,
    /// Power of ten of the value.
    pub(crate) scaler: i8,
    pub(crate) value: i64,
    pub(crate) uid: [u8; 20],
    pub(crate) session: u32,
    pub(crate) paging: u32,
}

impl DataSet {
    /// Cuts the bytes into fields. `None` unless there are exactly [`LENGTH`].
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let read = Self {
            adapter_id: take(&mut rest)?,
            firmware: take(&mut rest)?,
            firmware_checksum: take(&mut rest)?,
            meter_id: take(&mut rest)?,
            status: u32::from_le_bytes(take(&mut rest)?),
            second_index: u32::from_le_bytes(take(&mut rest)?),
            timestamp: u32::from_le_bytes(take(&mut rest)?),
            obis: take(&mut rest)?,
            unit: u8::from_le_bytes(take(&mut rest)?),
            scaler: i8::from_le_bytes(take(&mut rest)?),
            value: i64::from_le_bytes(take(&mut rest)?),
            uid: take(&mut rest)?,
            session: u32::from_le_bytes(take(&mut rest)?),
            paging: u32::from_le_bytes(take(&mut rest)?),
        };
        rest.is_empty().then_some(read)
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_length() {
        for length in [0, LENGTH - 1, LENGTH + 1] {
            assert_eq!(DataSet::read(&vec![0; length]), None);
        }
        assert!(DataSet::read(&[0; LENGTH]).is_some());
    }

    #[test]
    fn fields_lie_where_they_should() {
        let bytes: Vec<u8> = (0..82).collect();
        let read = DataSet::read(&bytes).unwrap();
        assert_eq!(read.firmware, [10, 11, 12, 13]);
        assert_eq!(read.meter_id.first(), Some(&16));
        assert_eq!(read.status, 0x1d1c_1b1a);
        assert_eq!((read.second_index, read.timestamp), (0x2120_1f1e, 0x2524_2322));
        assert_eq!((read.obis, read.unit, read.scaler), ([38, 39, 40, 41, 42, 43], 44, 45));
        assert_eq!(read.value, 0x3534_3332_3130_2f2e);
        assert_eq!((read.uid.first(), read.session, read.paging), (Some(&54), 0x4d4c_4b4a, 0x5150_4f4e));
    }
}

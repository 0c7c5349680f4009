//! Numbers in few bytes: seven bits a byte, the lowest first (LEB128); a number that may be negative or absent is first made
//! one that is neither. It knows no table.

/// Adds a number.
pub fn put(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

/// Adds a number that may be negative: small ones of either sign are short.
pub fn put_signed(to: &mut Vec<u8>, number: i64) {
    put(to, folded(number));
}

/// Adds a number that may be absent.
pub fn put_maybe(to: &mut Vec<u8>, number: Option<i64>) {
    match number {
        None => put(to, 0),
        // Folded, the lowest number is the highest: alone it has no successor.
        Some(i64::MIN) => to.extend([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02]),
        Some(number) => put(to, folded(number) + 1),
    }
}

const fn folded(number: i64) -> u64 {
    (number.cast_unsigned() << 1) ^ (number >> 63).cast_unsigned()
}

const fn unfolded(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// Takes numbers off again, in their order.
#[derive(Debug, Clone, Copy)]
pub struct Packed<'p>(pub &'p [u8]);

impl Packed<'_> {
    /// Whether nothing is left.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next number; nothing where the bytes end in it, or it is too large.
    pub fn take(&mut self) -> Option<u64> {
        let wide = self.wide()?;
        u64::try_from(wide).ok()
    }

    /// The next number, that may be negative.
    pub fn signed(&mut self) -> Option<i64> {
        self.take().map(unfolded)
    }

    /// The next number, that may be absent.
    pub fn maybe(&mut self) -> Option<Option<i64>> {
        match self.wide()? {
            0 => Some(None),
            number => u64::try_from(number - 1).ok().map(|it| Some(unfolded(it))),
        }
    }

    fn wide(&mut self) -> Option<u128> {
        let mut number = 0;
        for (at, byte) in self.0.iter().take(10).enumerate() {
            number |= u128::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                self.0 = self.0.get(at + 1..)?;
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_put_is_taken(plain: u64, signed: i64, maybe: Option<i64>) {
            let mut bytes = Vec::new();
            put(&mut bytes, plain);
            put_signed(&mut bytes, signed);
            put_maybe(&mut bytes, maybe);
            let mut packed = Packed(&bytes);
            prop_assert_eq!((packed.take(), packed.signed(), packed.maybe()), (Some(plain), Some(signed), Some(maybe)));
            prop_assert!(packed.is_empty());
        }
    }

    #[test]
    fn the_ends_of_the_range_and_bytes_that_end_too_early() {
        for number in [i64::MIN, -1, 0, 1, i64::MAX] {
            let mut bytes = Vec::new();
            put_maybe(&mut bytes, Some(number));
            assert_eq!(Packed(&bytes).maybe(), Some(Some(number)));
            bytes.pop();
            assert_eq!(Packed(&bytes).maybe(), None, "{number}");
        }
        assert_eq!(Packed(&[0xff; 11]).take(), None);
    }
}

package columns

import "goldpan/internal/checkdigit"

// validCard takes the number ranges of payment cards that are in use: Luhn's
// check alone passes one number in ten.
func validCard(s string) bool {
	if !checkdigit.Card(s) {
		return false
	}
	first2 := two(s)
	switch {
	case s[0] == '4':
		return len(s) == 13 || len(s) == 16 || len(s) == 19
	case first2 >= 51 && first2 <= 55, first2 >= 22 && first2 <= 27:
		return len(s) == 16
	case first2 == 34 || first2 == 37:
		return len(s) == 15
	case first2 == 60 || first2 == 65 || first2 == 62 || first2 == 35:
		return len(s) >= 16
	}
	return false
}

// validSSN is the printed shape of an American social security number, dashes
// included: it has no check digit.
func validSSN(s string) bool {
	return len(s) == 11 && s[3] == '-' && s[6] == '-' && checkdigit.SSN(s[:3]+s[4:6]+s[7:])
}

func monthDay(month, day int) bool { return month >= 1 && month <= 12 && day >= 1 && day <= 31 }

// two reads the two digits at the start of s.
func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

func digits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func oneOf(c byte, set string) bool {
	for i := range len(set) {
		if set[i] == c {
			return true
		}
	}
	return false
}

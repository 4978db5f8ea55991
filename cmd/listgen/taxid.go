package main

import (
	"fmt"
	"strconv"
)

// Tax numbers of invented firms have right check digits and beginnings that
// the registers have not given out, as far as known.

func nip(n uint64) string {
	for {
		body := fmt.Sprintf("100%06d", n%1e6)
		if check := nipCheck(body); check < 10 {
			return body + strconv.Itoa(check)
		}
		n++
	}
}

// nipCheck is the check digit of a Polish NIP; 10 when the number is never
// issued.
func nipCheck(body string) int { return weighted(body, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 }

func cui(n uint64) string {
	body := fmt.Sprintf("99%06d", n%1e6)
	return body + strconv.Itoa(cuiCheck(body))
}

// cuiCheck is the check digit of a Romanian CUI, its body padded to nine.
func cuiCheck(body string) int {
	return weighted(fmt.Sprintf("%09s", body), 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10
}

func orgnr(n uint64) string {
	for {
		body := fmt.Sprintf("899%05d", n%1e5)
		if check := orgnrCheck(body); check < 10 {
			return body + strconv.Itoa(check)
		}
		n++
	}
}

// orgnrCheck is the check digit of a Norwegian organisation number; 10 when
// the number is never issued.
func orgnrCheck(body string) int { return (11 - weighted(body, 3, 2, 7, 6, 5, 4, 3, 2)%11) % 11 }

// siret is a French SIREN and the number of its head office, both by Luhn.
func siret(n uint64) string {
	siren := luhn(fmt.Sprintf("9996%04d", n%1e4))
	return luhn(siren + "0001")
}

// luhn appends the check digit of Luhn's formula.
func luhn(body string) string {
	sum := 0
	for i := range len(body) {
		x := int(body[len(body)-1-i] - '0')
		if i%2 == 0 {
			if x *= 2; x > 9 {
				x -= 9
			}
		}
		sum += x
	}
	return body + strconv.Itoa((10-sum%10)%10)
}

func ustID(n uint64) string {
	body := fmt.Sprintf("999%05d", n%1e5)
	return "DE" + body + strconv.Itoa(ustCheck(body))
}

// ustCheck is the check digit of a German USt-IdNr: ISO 7064, modulo 11,10.
func ustCheck(body string) int {
	p := 10
	for i := range len(body) {
		s := (int(body[i]-'0') + p) % 10
		if s == 0 {
			s = 10
		}
		p = 2 * s % 11
	}
	return (11 - p) % 10
}

func weighted(body string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += w * int(body[i]-'0')
	}
	return sum
}

package columns

import "goldpan/internal/contact"

// fit says how well a column's values agree with a target: 0 they contradict
// it, 0.5 they say nothing, 1 they prove it. An empty column says nothing.
func fit(t target, v *values) float64 {
	if v.filled == 0 {
		return 0.5
	}
	if t.part != "" {
		return fitPart(t.part, v)
	}
	f := fitField(t.field, v)
	if f == 0 && v.filled < 3 { // one odd cell condemns no column
		return 0.25
	}
	return f
}

// proof is 0 below low, else rises from 0.6 to 1 with the share.
func proof(share, low float64) float64 {
	if share < low {
		return 0
	}
	return 0.6 + 0.4*share
}

// unless is 0.5, or 0 where the column is mostly of another kind.
func (v *values) unless(kinds ...kind) float64 {
	for _, k := range kinds {
		if v.share(k) > 0.5 {
			return 0
		}
	}
	return 0.5
}

func fitField(f contact.Field, v *values) float64 {
	switch f {
	case contact.Email, contact.Email2:
		if s := v.share(kEmail); s < 0.3 {
			return 0.3 * boolFloat(s >= 0.1)
		}
		return proof(v.share(kEmail), 0.3)
	case contact.EmailStatus:
		return fitEmailStatus(v)
	case contact.Phone, contact.Phone2, contact.Mobile, contact.Fax, contact.Switchboard:
		return fitPhone(f, v)
	case contact.Website:
		if v.share(kEmail) > 0.3 {
			return 0
		}
		return proof(v.share(kURL), 0.3) * (1 - 0.9*v.share(kLinkedIn))
	case contact.LinkedIn:
		return proof(v.share(kLinkedIn), 0.3)
	case contact.Company, contact.TradingName, contact.ParentCompany:
		return fitCompany(v)
	case contact.FullName, contact.FirstName, contact.MiddleName, contact.LastName, contact.Nickname,
		contact.NamePrefix, contact.NameSuffix, contact.Title, contact.Department, contact.Seniority, contact.Gender:
		return fitPerson(f, v)
	case contact.Street, contact.Street2, contact.Address, contact.City, contact.PostalCode, contact.Region, contact.Country:
		return fitPlace(f, v)
	case contact.BirthDate, contact.Founded, contact.ConsentDate, contact.VerifiedDate, contact.UpdatedDate,
		contact.LastContact, contact.BirthYear, contact.Age:
		return fitTime(f, v)
	case contact.Employees, contact.Revenue, contact.Income, contact.Currency, contact.Credit:
		return fitSize(f, v)
	case contact.TaxID, contact.RegistrationID, contact.DUNS, contact.IndustryCode, contact.ExternalID:
		return fitID(f, v)
	case contact.OptOut, contact.DoNotCall, contact.DoNotEmail, contact.Consent:
		return fitFlag(v)
	}
	return fitText(f, v)
}

func fitEmailStatus(v *values) float64 {
	switch {
	case v.share(kEmail) > 0.1:
		return 0
	case v.share(kVerifier) >= 0.5:
		return proof(v.share(kVerifier), 0.5)
	case v.share(kYesNo) >= 0.8:
		return 0.5
	case v.share(kVerifier) >= 0.2:
		return 0.5
	}
	return 0
}

func fitPhone(f contact.Field, v *values) float64 {
	s := v.share(kPhone)
	if s < 0.25 {
		return 0
	}
	score := proof(s, 0.25)
	if v.share(kDate) > 0.5 {
		return 0
	}
	switch m := v.share(kMobile) / s; f {
	case contact.Mobile:
		return score * (0.85 + 0.15*m)
	case contact.Fax, contact.Switchboard:
		return score * (1 - 0.2*m)
	}
	return score
}

func fitCompany(v *values) float64 {
	if v.unless(kEmail, kURL, kPhone, kNumber, kDate, kYesNo, kHonorific, kHash) == 0 || v.share(kText) < 0.5 {
		return 0
	}
	legal, given := v.share(kLegal), v.share(kGiven)
	score := 0.55 + 0.45*min(1, 1.5*legal)
	if legal < 0.1 && given > 0.4 && v.share(kPerson) > 0.6 {
		score = 0.35
	}
	if v.share(kAddress) > 0.5 || v.share(kNumbered) > 0.7 && legal < 0.3 {
		return 0.2
	}
	if v.filled >= 20 && v.distinct() < 0.02 {
		score *= 0.8
	}
	return score
}

func fitPerson(f contact.Field, v *values) float64 {
	honorific := v.share(kHonorific)
	if v.unless(kEmail, kURL, kPhone, kDate, kHash) == 0 {
		return 0
	}
	switch f {
	case contact.Gender:
		return proof(v.share(kGender), 0.7)
	case contact.NamePrefix:
		return proof(honorific, 0.4)
	}
	if v.share(kText) < 0.5 {
		return 0
	}
	switch f {
	case contact.Title:
		if honorific > 0.6 || v.share(kYesNo) > 0.8 || v.share(kVerifier) > 0.8 {
			return 0
		}
		if v.share(kTitle) < 0.1 && v.share(kLegal) > 0.25 {
			return 0.1
		}
		return 0.5 + 0.5*min(1, 1.3*v.share(kTitle))
	case contact.Seniority:
		return 0.5 + 0.5*v.share(kSeniority)
	case contact.Department:
		if v.share(kRegion) > 0.7 && v.share(kCode2) < 0.5 {
			return 0.25
		}
		return 0.55
	case contact.NameSuffix, contact.Nickname:
		return 0.55
	}
	return fitName(f, v)
}

func fitName(f contact.Field, v *values) float64 {
	plain := max(v.share(kWord), v.share(kPerson))
	if plain < 0.4 || v.share(kYesNo) > 0.8 && f != contact.MiddleName {
		return 0
	}
	legal, given := v.share(kLegal), v.share(kGiven)
	switch f {
	case contact.FullName:
		score := 0.35 + 0.35*v.share(kPerson) + 0.3*min(1, 1.5*given)
		return max(0.05, score-1.2*legal)
	case contact.FirstName:
		return max(0.1, 0.5+0.5*min(1, 1.4*given)-legal) * (0.6 + 0.4*v.share(kWord))
	case contact.LastName:
		return max(0.1, 0.65-0.5*legal) * (0.6 + 0.4*v.share(kWord))
	}
	return 0.55
}

func fitPlace(f contact.Field, v *values) float64 {
	if v.unless(kEmail, kURL, kDate) == 0 {
		return 0
	}
	text := v.share(kText)
	switch f {
	case contact.PostalCode:
		return proof(v.share(kPostal), 0.3)
	case contact.Country:
		return proof(v.share(kCountry), 0.3)
	case contact.Region:
		if v.share(kRegion) > 0.4 {
			return proof(v.share(kRegion), 0.4)
		}
		if text < 0.5 {
			return 0.5 * boolFloat(v.digits[1]+v.digits[2]+v.digits[3] > v.filled/2)
		}
		return v.unless(kPhone, kLong, kYesNo)
	case contact.City:
		if text < 0.6 || v.share(kPhone) > 0.2 || v.share(kLong) > 0.3 || v.share(kYesNo) > 0.8 {
			return 0
		}
		if v.share(kNumbered) > 0.6 {
			return 0.2
		}
		return max(0.2, 0.65-0.5*v.share(kLegal)-0.15*v.share(kCode2))
	case contact.Address:
		if v.share(kPhone) > 0.5 || text < 0.5 {
			return 0
		}
		return 0.4 + 0.6*v.share(kAddress) - 0.2*v.share(kPlace)
	}
	if v.share(kPhone) > 0.5 || text < 0.3 && f == contact.Street {
		return 0
	}
	if f == contact.Street2 {
		return 0.55
	}
	return (0.5 + 0.5*max(v.share(kNumbered), v.share(kStreet))) * (1 - 0.4*v.share(kAddress))
}

func fitTime(f contact.Field, v *values) float64 {
	date, year := v.share(kDate), v.share(kYear)
	switch f {
	case contact.BirthYear:
		return proof(year, 0.7)
	case contact.Age:
		return proof(v.intShare(0, 120), 0.8)
	case contact.Founded:
		return proof(max(date, year), 0.4)
	case contact.BirthDate:
		if year > 0.6 {
			return 0.3
		}
		return max(proof(date, 0.4), v.serials())
	}
	return max(proof(max(date, year), 0.4), v.serials())
}

// serials is 0.5 where the values may be a spreadsheet's day numbers.
func (v *values) serials() float64 {
	return 0.5 * boolFloat(v.digits[5]*10 >= v.filled*9)
}

// intShare is the share of small whole numbers between lo and hi.
func (v *values) intShare(lo, hi int) float64 {
	n := 0
	for _, i := range v.ints {
		if i.n >= lo && i.n <= hi {
			n += i.times
		}
	}
	return float64(n) / float64(max(1, v.filled))
}

func fitSize(f contact.Field, v *values) float64 {
	if v.unless(kEmail, kURL, kDate, kPhoneSure) == 0 && v.share(kBand) < 0.3 {
		return 0
	}
	number := min(1, v.share(kNumber)+v.share(kBand)+v.share(kMoney))
	switch f {
	case contact.Currency:
		return 0.8 * boolFloat(v.share(kText) > 0.5 && v.share(kLong) == 0 && v.share(kWord) > 0.5)
	case contact.Credit:
		if v.share(kInterest) > 0.5 || v.share(kLong) > 0.2 || v.share(kStars) > 0.6 {
			return 0
		}
		return 0.6
	case contact.Employees:
		if number < 0.3 && v.share(kText) > 0.7 {
			return 0.4 * boolFloat(v.distinct() < 0.3 && v.share(kLong) < 0.1)
		}
		if v.digits[5]+v.digits[6]+v.digits[7] > v.filled*9/10 {
			return 0.3
		}
		return 0.5 + 0.4*number
	}
	if number < 0.3 {
		return 0
	}
	return 0.5 + 0.4*number
}

func fitID(f contact.Field, v *values) float64 {
	if v.unless(kEmail, kURL, kDate, kLong) == 0 {
		return 0
	}
	switch f {
	case contact.IndustryCode:
		return proof(v.share(kCodeShape), 0.4)
	case contact.DUNS:
		return proof(max(v.share(kIDShape), float64(v.digits[9])/float64(v.filled)), 0.5)
	case contact.ExternalID:
		if v.share(kLong) > 0.1 || v.share(kPerson) > 0.5 {
			return 0.2
		}
		return 0.5 + 0.2*v.distinct()
	}
	if v.share(kYesNo) > 0.8 || v.share(kGiven) > 0.3 {
		return 0
	}
	best := 0.0
	for k := range idPESEL {
		if k != idCUI && k != idCRN || f == contact.TaxID == (k == idCUI) {
			best = max(best, v.idShare(k))
		}
	}
	switch {
	case best >= 0.8:
		return 1
	case v.share(kIDShape) >= 0.5:
		return 0.55
	}
	return 0.4 * boolFloat(v.share(kIDShape) > 0.2 || v.share(kText) > 0.5 && v.share(kPerson) < 0.3)
}

// fitFlag wants words of yes and no, or dates: a filled date is a yes.
func fitFlag(v *values) float64 {
	known := max(v.share(kRestricted), v.share(kYesNo), v.share(kDate))
	switch {
	case known >= 0.5:
		return proof(known, 0.5)
	case v.share(kEmail) > 0.3 || v.share(kURL) > 0.3 || v.share(kPhone) > 0.5:
		return 0
	}
	return 0.4
}

func fitText(f contact.Field, v *values) float64 {
	switch f {
	case contact.Notes, contact.Source, contact.Owner, contact.Household, contact.Vendor:
		return 0.6
	case contact.Interest:
		if v.share(kInterest) > 0.5 {
			return 1
		}
		return v.unless(kEmail, kURL, kPhone)
	case contact.CompanyStatus:
		if v.unless(kEmail, kURL, kPhone, kLong, kVerifier) == 0 && v.share(kStatus) < 0.9 {
			return 0
		}
		return 0.45 + 0.5*max(v.share(kStatus), 0.6*v.share(kYesNo))
	case contact.Stage:
		if v.unless(kEmail, kURL, kPhone, kVerifier) == 0 {
			return 0
		}
		return 0.45 + 0.5*v.share(kStage)
	case contact.Industry:
		if v.unless(kEmail, kURL, kPhone, kDate) == 0 || v.share(kText) < 0.5 {
			return 0
		}
		return 0.6
	case contact.LegalForm:
		return v.unless(kEmail, kURL, kPhone, kDate) + 0.1*v.share(kLegal)
	}
	return v.unless(kEmail, kURL)
}

func fitPart(p Part, v *values) float64 {
	short := float64(v.digits[1]+v.digits[2]+v.digits[3]+v.digits[4]) / float64(v.filled)
	switch p {
	case HouseNumber:
		if v.share(kEmail) > 0 || v.share(kPhone) > 0.3 || v.share(kLong) > 0.2 {
			return 0
		}
		if short+v.share(kIDShape) > 0.3 || v.share(kText) < 0.5 {
			return 0.5 + 0.4*short
		}
		return 0.2
	case BirthDay:
		return proof(v.intShare(1, 31), 0.8)
	case BirthMonth:
		return proof(v.intShare(1, 12), 0.8)
	case BirthYearOf:
		return proof(v.share(kYear), 0.8)
	case StatusFlag:
		return proof(v.share(kYesNo), 0.6)
	case DialCode:
		return v.unless(kEmail, kURL, kPhone, kLong)
	case CityLine:
		return 0.35 + 0.6*max(v.share(kCityLine), v.share(kPlace))
	case RevenueMin, RevenueMax, EmployeesMin, EmployeesMax:
		return proof(v.share(kNumber), 0.5)
	}
	return v.unless(kEmail, kURL)
}

package contact

// Hint is what a whole column tells about each of its cells: what one cell
// alone cannot decide. Mapping fills it, cleaning obeys it.
type Hint struct {
	Unit     float64 // multiply plain numbers by this; 0 means 1
	Currency string  // ISO 4217 code where the header or layout names one
	Decimal  byte    // ',' or '.' as decided by the column; 0 unknown
	Dates    string  // "dmy", "mdy", "ymd"; "" unknown
	Scale    string  // rating scale: creditsafe, dnb, aaa, creditreform, coface, bdf, bdf-old, paydex, agency
	System   string  // industry code system: NACE2, NACE2.1, PKD2007, PKD2025, CAEN2, CAEN3, NAF2, NAF2025, SN2007, WZ2008, SIC-UK, SIC-US, NAICS
	Damaged  bool    // the column shows a spreadsheet's damage of its kind (bands turned into dates, codes without their zeros)
	IDKind   string  // what ids a tax_id or registration_id column holds: nip, regon, krs, cui, onrc, orgnr, siren, siret, vat, ustid, ein, crn, lei
	Order    string  // of full names: "last-first" or "first-last"; "" decide per cell
}

// Hints carries one Hint per field, and what the list as a whole tells.
type Hints struct {
	Country string // default country, alpha-2; "" unknown
	Fields  [NumFields]Hint
}

package sheet

import (
	"fmt"
	"io"
)

// OpenXLS refuses the binary workbooks of Excel 97 to 2003.
func OpenXLS(src io.ReaderAt, size int64, lim Limits) (*Workbook, error) {
	return nil, fmt.Errorf("%w: old binary workbooks (xls) are not read; save it as xlsx", ErrFormat)
}

package sink

import (
	"errors"
	"syscall"
)

// stillActive is the exit code of a process that has not ended (STILL_ACTIVE).
const stillActive = 259

// alive tells whether a process exists.
func alive(pid int) bool {
	h, err := syscall.OpenProcess(syscall.PROCESS_QUERY_INFORMATION, false, uint32(pid))
	if err != nil {
		// Access denied means that it exists and is another user's.
		return errors.Is(err, syscall.ERROR_ACCESS_DENIED)
	}
	defer syscall.CloseHandle(h)
	var code uint32
	if err := syscall.GetExitCodeProcess(h, &code); err != nil {
		return true
	}
	return code == stillActive
}

// groupID refuses: folders on Windows take the rights of their parent.
func groupID(string) (int, error) {
	return -1, errors.New("groups are not supported on Windows; leave the key out and set the rights of the parent folder")
}

func openToGroup(string, int) error { return nil }

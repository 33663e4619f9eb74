// From the room of pages: what it may use, and what it may not.
#include "command/cycle.hpp"
#include "page/cockpit.hpp"

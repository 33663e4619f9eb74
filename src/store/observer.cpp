#include "store/observer.hpp"

namespace takt::store {

namespace {
// A fact about a thread, which no argument could carry through every layer above.
thread_local Trace* trace_here = nullptr;
}  // namespace

Tracing::Tracing(Trace* trace) : before_(trace_here) { trace_here = trace; }

Tracing::~Tracing() { trace_here = before_; }

Trace* Tracing::current() { return trace_here; }

}  // namespace takt::store

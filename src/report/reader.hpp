#pragma once
// For whom a file is made, and what files have in common.

#include <string>
#include <vector>

#include "access/context.hpp"
#include "domain/period.hpp"
#include "domain/user.hpp"
#include "report/book.hpp"

namespace takt::report {

/// A file as it is sent or stored.
struct File {
  std::string name;  ///< that every system takes
  std::string content;
};

struct Reader {
  domain::Language language = domain::Language::de;
  std::string zone;       ///< whose clock the file shows
  std::string name;       ///< who had it made
  bool contacts = false;  ///< may see the people at the customer
};

Reader reader_of(access::Context& context, const access::Caller& caller);

/// As of when a file stands, by the reader's clock.
Moment stand(const access::Context& context, const Reader& reader);

/// Its hours and minutes: 10:00.
std::string clock(const Moment& moment);

/// What a book called `title` tells of itself.
About about(const access::Context& context, const Reader& reader, std::string title);

/// A file's name from its parts, which others wrote: without what some system refuses.
std::string file_name(const std::vector<std::string>& parts, std::string_view ending);

/// A period as people write it in either language: Q4 2026 · 10/2026 · 2026.
std::string period_name(domain::Period period, domain::Date starts_on);

/// The same and, while it runs, that it does: Q4 2026 (läuft noch).
std::string running_period(domain::Period period, domain::Date starts_on, bool running,
                           domain::Language language);

/// Those that are said, one after the other.
std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace takt::report

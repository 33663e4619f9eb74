#pragma once
// What an administrator has looked at when something may be wrong, or each night.

#include <iosfwd>

#include "command/backup.hpp"
#include "outbound/mailer.hpp"
#include "store/audit.hpp"

namespace takt::cli {

/// What is looked at: the database's step, the change log's chains, that log against an anchor,
/// each entity against what its changes say of it, references, the clock, the room that is left,
/// who may read the files, the mail server, the newest backup, who stands before the server.
BOOST_DEFINE_ENUM_CLASS(Check, schema, change_log, anchor, entities, references, clock, disk, files,
                        mail, backup, proxies)
BOOST_DEFINE_ENUM_CLASS(Verdict, well, doubtful, wrong)

/// What was found of one thing.
struct Finding {
  Check check = Check::schema;
  Verdict verdict = Verdict::well;
  std::string detail;  ///< a sentence
};
BOOST_DESCRIBE_STRUCT(Finding, (), (check, verdict, detail))

struct Examination {
  Verdict verdict = Verdict::well;  ///< the worst of them
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Examination, (), (verdict, findings))

struct DoctorSettings {
  std::string anchor;  ///< file outside of the database that notes how far it had come; empty: none
  outbound::MailSettings mail;
  command::BackupSettings backup;
  std::string address;      ///< of the server, which may run or not
  unsigned short port = 0;  ///< 0: none is asked
};

/// Looks at all of it; changes nothing but the anchor's file, which notes where the change log has
/// come to once nothing was found wrong. Throws std::runtime_error where the file is no anchor or
/// can't be written.
Examination examine(store::Database& database, const DoctorSettings& settings, domain::Instant now);

/// A line a finding.
void tell(const Examination& examination, std::ostream& out);

}  // namespace takt::cli

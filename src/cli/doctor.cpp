#include "cli/doctor.hpp"

#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/notify.hpp"
#include "mapping/json_write.hpp"
#include "store/migrations.hpp"

namespace takt::cli {

namespace fs = std::filesystem;

namespace {

using namespace std::chrono_literals;

class Examiner {
 public:
  Examiner(store::Database& database, const DoctorSettings& settings, domain::Instant now)
      : database_(database), settings_(settings), now_(now) {}

  Examination all() {
    if (schema()) {
      database_.read([&](store::Session& session) { data(session); });
      if (!settings_.anchor.empty()) anchor();
    }
    files();
    mail();
    backup();
    if (settings_.port != 0) proxies();
    for (const auto& finding : out_.findings)
      out_.verdict = std::max(out_.verdict, finding.verdict);
    if (out_.verdict != Verdict::wrong && !settings_.anchor.empty()) note_anchor();
    return std::move(out_);
  }

 private:
  void found(Check check, Verdict verdict, std::string detail) {
    out_.findings.push_back({check, verdict, std::move(detail)});
  }
  /// What `look` says of it; that it can't even be read is worth a sentence, too.
  template <class Look>
  void judged(Check check, Look look, store::Session& session, std::string well) {
    std::vector<std::string> wrong;
    try {
      wrong = look(session);
    } catch (const store::Unavailable&) {
      throw;
    } catch (const std::exception& error) {
      wrong = {"What is stored can't be read: " + std::string(error.what()) + "."};
    }
    judged(check, wrong, std::move(well));
  }
  /// Each of the sentences, or that all is well.
  void judged(Check check, const std::vector<std::string>& wrong, std::string well) {
    for (const auto& sentence : wrong) found(check, Verdict::wrong, sentence);
    if (wrong.empty()) found(check, Verdict::well, std::move(well));
  }

  bool schema() {
    const int step = store::schema_version(database_);
    const int newest = store::migrations().back().number;
    const auto at =
        "The database has step " + std::to_string(step) + " of " + std::to_string(newest);
    if (step == newest)
      found(Check::schema, Verdict::well, at + ".");
    else
      found(Check::schema, Verdict::wrong,
            step < newest ? at + ": takt migrate brings it to the newest."
                          : at + ": take a newer Takt.");
    return step == newest;
  }

  void data(store::Session& session) {
    const auto erased = store::count_erased(session);
    judged(Check::change_log, store::verify_chains, session,
           "The change log is whole" +
               (erased ? "; " + std::to_string(erased) + " changes of it are erased." : "."));
    judged(Check::entities, store::verify_rows, session,
           "Every entry is as its changes say, and none is missing.");
    judged(Check::references, store::verify_references, session,
           "Nothing refers to what is not there.");
    std::optional<domain::Instant> newest;
    try {
      newest = store::newest_change(session);
    } catch (const std::exception&) {
      return;  // the change log can't be read, which was said
    }
    if (newest && newest->time > now_.time + 1min)
      found(Check::clock, Verdict::wrong,
            "The newest change was made at " + domain::to_string(*newest) +
                ", which is still to come: this clock was set back, or that one was wrong.");
    else
      found(Check::clock, Verdict::well, "The clock goes on from the newest change.");
  }

  void anchor() {
    std::vector<store::Anchor> noted;
    if (std::ifstream in(settings_.anchor); in) {
      for (std::string line; std::getline(in, line);) {
        try {
          noted.push_back(mapping::from_stored_json<store::Anchor>(line));
        } catch (const std::exception&) {
          throw std::runtime_error(settings_.anchor + " is no anchor that takt doctor wrote.");
        }
      }
    } else if (fs::exists(settings_.anchor)) {
      throw std::runtime_error("Can't read " + settings_.anchor + ".");
    } else {
      return found(Check::anchor, Verdict::well,
                   "There was no anchor yet: the next time tells whether history was changed.");
    }
    if (noted.empty())
      return found(Check::anchor, Verdict::wrong,
                   settings_.anchor + " is empty: it has lost what it held.");
    judged(Check::anchor, database_.read([&](store::Session& session) {
      return store::verify_anchors(session, noted);
    }),
           "The change log goes on from where the anchor says that it was.");
  }

  void note_anchor() {
    const auto part = settings_.anchor + ".part";
    const auto anchors = database_.read(store::anchors);
    if (anchors.empty()) return;  // nothing has been changed yet
    {
      std::ofstream out(part);
      for (const auto& one : anchors) out << mapping::to_json(one) << '\n';
      if (!out.flush()) throw std::runtime_error("Can't write " + settings_.anchor + ".");
    }
    fs::rename(part, settings_.anchor);
  }

  void files() {
    if (!database_.is_sqlite()) return;
    const fs::path file = database_.location();
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    room(folder, 2 * fs::file_size(file));
    std::string open;
    for (const auto& path : {folder, file})
      if ((fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) !=
          fs::perms::none)
        open += (open.empty() ? "" : " and ") + path.string();
    if (open.empty())
      found(Check::files, Verdict::well, "Only its own user reads the database's files.");
    else
      found(Check::files, Verdict::doubtful,
            "Others on this machine may read " + open + ": chmod go= takes that away.");
  }

  /// Twice the database is what a backup beside it and its log may need.
  void room(const fs::path& folder, std::uintmax_t wanted) {
    constexpr std::uintmax_t kMegabyte = 1'000'000;
    const auto left = fs::space(folder).available;
    const auto says = std::to_string(left / kMegabyte) + " MB are left in " + folder.string();
    if (left < std::max(wanted, 100 * kMegabyte))
      found(Check::disk, left < 20 * kMegabyte ? Verdict::wrong : Verdict::doubtful,
            says + "; " + std::to_string(std::max(wanted, 100 * kMegabyte) / kMegabyte) +
                " MB should be.");
    else
      found(Check::disk, Verdict::well, says + ".");
  }

  void mail() {
    if (settings_.mail.server.empty())
      return found(Check::mail, Verdict::doubtful,
                   "No mail server is set: invitations and links are shown, not sent.");
    try {
      outbound::greet(settings_.mail);
      found(Check::mail, Verdict::well, "The mail server answers.");
    } catch (const std::exception& error) {
      found(Check::mail, Verdict::wrong,
            "The mail server does not answer: " + std::string(error.what()) + ".");
    }
  }

  void backup() {
    if (settings_.backup.folder.empty()) {
      if (database_.is_sqlite())
        found(Check::backup, Verdict::doubtful,
              "Takt keeps no backups: name a folder with --backup-folder, or copy it yourself.");
      return;
    }
    const command::Backups backups(settings_.backup, database_.location());
    const auto newest = backups.newest(now_);
    if (!newest)
      found(Check::backup, Verdict::wrong, "No backup is in " + settings_.backup.folder + ".");
    else if (newest->made_at.time + 49h < now_.time)
      found(Check::backup, Verdict::wrong,
            "The newest backup is of " + domain::to_string(newest->made_at) + ".");
    else
      found(Check::backup, Verdict::well,
            "The newest backup is of " + domain::to_string(newest->made_at) + ".");
  }

  /// Behind a proxy that is not trusted all who ask count as one: whoever guesses passwords locks
  /// everybody out.
  void proxies() {
    const auto count =
        figure_of_server(settings_.address, settings_.port, "takt_untrusted_forwards_total");
    if (!count)
      return found(Check::proxies, Verdict::doubtful,
                   "No Takt answers on port " + std::to_string(settings_.port) +
                       " that could say whether it hears a proxy that it does not trust.");
    if (*count > 0)
      found(Check::proxies, Verdict::doubtful,
            "The server got " + std::to_string(static_cast<long long>(*count)) +
                " requests with X-Forwarded-For from somebody whom it does not trust: name your "
                "proxy in --trusted-proxies.");
    else
      found(Check::proxies, Verdict::well, "Nobody says for whom they ask who is not trusted.");
  }

  store::Database& database_;
  const DoctorSettings& settings_;
  domain::Instant now_;
  Examination out_;
};

}  // namespace

Examination examine(store::Database& database, const DoctorSettings& settings,
                    domain::Instant now) {
  return Examiner(database, settings, now).all();
}

void tell(const Examination& examination, std::ostream& out) {
  const auto sign = [](Verdict verdict) {
    return verdict == Verdict::well ? "  ok  " : verdict == Verdict::doubtful ? "  ??  " : "  !!  ";
  };
  for (const auto& finding : examination.findings)
    out << sign(finding.verdict) << mapping::enum_text(finding.check) << ": " << finding.detail
        << '\n';
}

}  // namespace takt::cli

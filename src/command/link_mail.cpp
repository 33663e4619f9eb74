#include "command/link_mail.hpp"

#include "access/secrets.hpp"
#include "command/entity.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "domain/text.hpp"
#include "store/user_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

constexpr auto kHour = std::chrono::hours{1};
/// Stands where the link goes; a name has no braces of its own left (see in_text()).
constexpr std::string_view kLink = "{link}";

/// The words of the mails, which leave the program as text and so are the server's own.
struct LinkWords {
  std::string_view subject, hello, why, after, end;
};

const LinkWords& words(LinkPurpose purpose, Language language) {
  static constexpr LinkWords kGerman[] = {
      {"Einladung zu Takt", "Guten Tag",
       "{by} lädt Sie zu Takt ein. Damit führt {organisation} die Zyklen der Key Accounts: "
       "Signale, "
       "Objectives, Key Results und Meetings an einem Ort.\n\nWählen Sie hier Ihr Passwort:",
       "Der Link gilt sieben Tage und nur einmal. Er ist nur für Sie: Bitte geben Sie ihn nicht "
       "weiter.",
       "Ihre E-Mail-Adresse zum Anmelden ist {email}."},
      {"Neues Passwort für Takt", "Guten Tag",
       "für Ihr Konto bei Takt ({organisation}) wurde ein neues Passwort angefordert.\n\nWählen "
       "Sie "
       "es hier:",
       "Der Link gilt zwei Stunden und nur einmal.",
       "Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie "
       "es ist."}};
  static constexpr LinkWords kEnglish[] = {
      {"Invitation to Takt", "Hello",
       "{by} invites you to Takt. {organisation} leads the cycles of its key accounts with it: "
       "signals, objectives, key results and meetings in one place.\n\nChoose your password here:",
       "The link works for seven days and once only. It is for you alone: please don't pass it on.",
       "You sign in with your e-mail address {email}."},
      {"New password for Takt", "Hello",
       "somebody asked for a new password for your account at Takt ({organisation}).\n\nChoose it "
       "here:",
       "The link works for two hours and once only.",
       "It wasn't you? Then there is nothing to do: your password stays as it is."}};
  const auto which = static_cast<std::size_t>(purpose);
  return language == Language::de ? kGerman[which] : kEnglish[which];
}

void put_in(std::string& text, std::string_view place, std::string_view what) {
  for (auto at = text.find(place); at != text.npos; at = text.find(place, at + what.size()))
    text.replace(at, place.size(), what);
}

/// A name as it stands in a mail: nothing in it is taken for a place.
std::string in_text(std::string_view name) {
  std::string out(name);
  put_in(out, "{", "(");
  put_in(out, "}", ")");
  return out;
}

std::string organisation_name(store::Session& session) {
  const auto own = store::find<Organisation>(session, store::organisation_ledger());
  return own ? in_text(own->name) : "Takt";
}

/// Who asked, where they may come in and were not sent too much already.
std::optional<User> who_asked(store::Session& session, const store::PasswordRequest& request,
                              Instant now) {
  if (store::count_requests_mailed(session, request.fingerprint, {now.time - kHour}) >=
      kRequestsMailedAnHour)
    return {};
  const auto login = store::login(session, request.address);
  if (!login) return {};
  return store::find<User>(session, login->id);
}

}  // namespace

std::chrono::milliseconds length_of(LinkPurpose purpose) {
  return purpose == LinkPurpose::invitation ? 24 * 7 * kHour : 2 * kHour;
}

bool mails_links(const Context& context) {
  return context.has_mail && !context.link_address.empty();
}

void must_mail_links(const Context& context) {
  if (!mails_links(context))
    conflict("no_mail", "No mail server is set up, or no public address for links.");
}

void put_link_mail(Context& context, store::Session& session, const User& user, LinkPurpose purpose,
                   std::string_view by) {
  const auto& say = words(purpose, user.language);
  const auto organisation = organisation_name(session);
  std::string text = std::string(say.hello) + " " + in_text(user.name) + ",\n\n" +
                     std::string(say.why) + "\n\n" + std::string(kLink) + "\n\n" +
                     std::string(say.after) + "\n\n" + std::string(say.end) + "\n";
  put_in(text, "{by}", in_text(by));
  put_in(text, "{organisation}", organisation);
  put_in(text, "{email}", in_text(user.email));
  const auto now = context.now();
  store::put_mail(session,
                  {access::new_id(now), user.email, std::string(say.subject) + " · " + organisation,
                   std::move(text), 0, user.id, purpose},
                  now);
}

void end_every_link(store::Session& session, const Id& user) {
  store::end_links(session, user);
  store::forget_link_mails(session, user);
}

void ask_for_password(Context& context, const std::string& email) {
  must_mail_links(context);
  const auto address = email_key(email);
  if (!is_email(address))
    throw Problem::invalid("/email", "not_an_email", "must be an e-mail address");
  const auto now = context.now();
  context.database.write_apart([&](store::Session& session) {
    store::put_password_request(session,
                                {access::new_id(now), access::token_hash(address), address}, now);
  });
}

int answer_password_requests(Context& context) {
  const auto now = context.now();
  int mails = 0;
  const auto waiting = context.database.peek(
      [](store::Session& session) { return store::waiting_password_requests(session); });
  for (const auto& request : waiting) {
    mails += context.database.write(store::organisation_ledger(), [&](store::Session& session) {
      if (!store::answer_password_request(session, request.id, now)) return 0;
      const auto user = who_asked(session, request, now);
      if (!user) return 0;
      put_link_mail(context, session, *user, LinkPurpose::password, "");
      store::put_request_mailed(session, request.id, now);
      record_secret(context, session, {}, kPasswordRequest, *user);
      return 1;
    });
  }
  return mails;
}

std::optional<store::Mail> ready_to_send(Context& context, store::Mail mail) {
  if (!mail.link_for || !mail.link_purpose) return mail;
  const auto token = access::random_token();
  const auto now = context.now();
  const bool wanted =
      context.database.write(store::organisation_ledger(), [&](store::Session& session) {
        // Since it was claimed another one may have taken its place, or its reader left.
        const auto user = store::find<User>(session, *mail.link_for);
        if (!store::mail_waits(session, mail.id) || !user || user->archived_at ||
            user->email != mail.recipient) {
          store::forget_mail(session, mail.id);
          return false;
        }
        store::put_invitation(
            session, access::token_hash(token),
            {user->id, {now.time + length_of(*mail.link_purpose)}, *mail.link_purpose}, now);
        return true;
      });
  if (!wanted) return {};
  put_in(mail.text, kLink, context.link_address + "/invitation/" + token);
  return mail;
}

}  // namespace takt::command

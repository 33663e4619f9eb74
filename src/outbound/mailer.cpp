#include "outbound/mailer.hpp"

#include <curl/curl.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <ctime>
#include <memory>
#include <thread>

#include "access/context.hpp"
#include "command/link_mail.hpp"
#include "command/mail.hpp"
#include "domain/text.hpp"

namespace takt::outbound {
namespace {

std::string encoded_word(std::string_view text) {
  std::string out(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()),
                    text.size(), sodium_base64_VARIANT_ORIGINAL);
  out.resize(out.find('\0'));
  return "=?UTF-8?B?" + out + "?=";
}

/// A header's text by RFC 2047, so that umlauts arrive: words of at most 75 bytes, each of whole
/// characters, each on a line of its own.
std::string encoded(std::string_view text) {
  constexpr std::size_t kMostBytes = 45;  // 60 in base64, 72 with what is around them
  std::string out;
  for (std::size_t at = 0; at < text.size() || out.empty();) {
    const auto begin = at;
    while (at < text.size()) {
      auto next = at;
      domain::next_character(text, next);
      if (next - begin > kMostBytes) break;
      at = next;
    }
    out += (out.empty() ? "" : "\r\n ") + encoded_word(text.substr(begin, at - begin));
  }
  return out;
}

std::string date_header() {
  char out[64];
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::strftime(out, sizeof out, "Date: %a, %d %b %Y %H:%M:%S +0000", &utc);
  return out;
}

using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void append(List& list, const std::string& text) {
  list.reset(curl_slist_append(list.release(), text.c_str()));
}

/// libcurl asks every second whether to go on; anything but 0 ends the transfer.
int asked_to_stop(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::stop_token*>(stop)->stop_requested();
}

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

/// So long one mail may take. Another server sends it again where its claim has run out.
constexpr std::chrono::seconds kSendLimit{30};
static_assert(kSendLimit < command::kShortestClaim);

/// Whom to talk to, and how long.
void talk_to(CURL* curl, const MailSettings& settings, const std::stop_token& stop) {
  curl_easy_setopt(curl, CURLOPT_URL, settings.server.c_str());
  // Whoever is between may strike STARTTLS out of what the server offers: a password waits for it.
  curl_easy_setopt(curl, CURLOPT_USE_SSL, settings.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, asked_to_stop);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stop);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(kSendLimit.count()));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (!settings.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
  }
}

void perform(CURL* curl) {
  const CURLcode result = curl_easy_perform(curl);
  if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
}

}  // namespace

void greet(const MailSettings& settings) {
  const Curl curl(curl_easy_init(), curl_easy_cleanup);
  const std::stop_token never;
  talk_to(curl.get(), settings, never);
  curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
  perform(curl.get());
}

void send_mail(const MailSettings& settings, const command::Mail& mail,
               const std::stop_token& stop) {
  // One that was stored before addresses were judged may bring lines of its own.
  if (!domain::is_email(mail.recipient)) throw std::runtime_error("not an e-mail address");
  const Curl curl(curl_easy_init(), curl_easy_cleanup);
  List to(nullptr, curl_slist_free_all);
  append(to, "<" + mail.recipient + ">");
  List headers(nullptr, curl_slist_free_all);
  append(headers, date_header());
  append(headers, "From: <" + settings.from + ">");
  append(headers, "To: <" + mail.recipient + ">");
  append(headers, "Subject: " + encoded(mail.subject));
  append(headers, "Message-ID: <" + mail.id.text + "@takt>");
  const std::unique_ptr<curl_mime, decltype(&curl_mime_free)> mime(curl_mime_init(curl.get()),
                                                                   curl_mime_free);
  curl_mimepart* part = curl_mime_addpart(mime.get());
  curl_mime_data(part, mail.text.data(), mail.text.size());
  curl_mime_type(part, "text/plain; charset=utf-8");
  curl_mime_encoder(part, "base64");
  talk_to(curl.get(), settings, stop);
  const std::string from = "<" + settings.from + ">";
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, mime.get());
  perform(curl.get());
}

int send_due(access::Context& context, const MailSettings& settings, const std::stop_token& stop,
             const OnMail& on_mail) {
  constexpr int kMostAtOnce = 20;
  int tried = 0;
  command::answer_password_requests(context);
  while (tried < kMostAtOnce && !stop.stop_requested()) {
    // Right before it is sent: behind a slow server a claim of many would run out meanwhile.
    const auto mail = command::claim_mail(context);
    if (!mail) break;
    ++tried;
    try {
      const auto ready = command::ready_to_send(context, *mail);
      if (!ready) continue;
      send_mail(settings, *ready, stop);
      command::mail_sent(context, mail->id);
      if (on_mail) on_mail(true);
    } catch (const std::exception& error) {
      spdlog::warn("mail {} could not be sent: {}", mail->id.text, error.what());
      if (on_mail) on_mail(false);
    }
  }
  return tried;
}

void keep_sending(access::Context& context, const MailSettings& settings,
                  const std::stop_token& stop, const OnMail& on_mail) {
  while (!stop.stop_requested()) {
    try {
      send_due(context, settings, stop, on_mail);
    } catch (const std::exception& error) {
      spdlog::warn("mail waits: {}", error.what());
    }
    for (int i = 0; i < 50 && !stop.stop_requested(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
}

}  // namespace takt::outbound

#include "workbench/machine_words.h"

#include "workbench/machine_switch.h"
#include "workbench/plugin_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace verbale::workbench {

namespace {

/// The strings of this file, in one translation context.
struct MachineWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::MachineWords)
};

constexpr qsizetype mostReasons = 4;

/// Why there is no translation, in words for those who do not read the plugin's.
struct Reason
{
    const char *codes; ///< with bars between them
    bool saysMore;     ///< the service's own message, where there is one, follows
    const char *text;
};

constexpr std::array reasons{
    Reason{"mt.ambiguous|mt.may-have-been-charged|queue.sent-elsewhere|queue.no-answer", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "They were sent and no answer came: the service may have charged for them, so "
                             "they are not sent again by themselves.")},
    Reason{"mt.bad-answer", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service's answer cannot be used; it may have charged for them.")},
    Reason{"mt.no-key", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The engine has no key.")},
    Reason{"mt.key", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The service does not take the key.")},
    Reason{
        "mt.key-characters", false,
        QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                          "The key holds a space, a line end or a letter that no key has; copy it again.")},
    Reason{"mt.quota", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "What you may have translated is used up at the service.")},
    Reason{"mt.unreachable|mt.not-sent", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service could not be reached; nothing was sent.")},
    Reason{"mt.limited", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The service asks for a pause.")},
    Reason{
        "mt.cancelled|plugins.cancelled|queue.cancelled|queue.cancelled-sent|transport.cancelled|transport."
        "closing",
        false, QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "Cancelled.")},
    Reason{"mt.unbilled", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service cannot translate at the moment, and charges nothing for it.")},
    Reason{
        "mt.setup", true,
        QT_TRANSLATE_NOOP(
            "verbale::workbench::MachineWords",
            "The service does not have what the settings ask for: address, languages, model or glossary.")},
    Reason{"mt.language", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service does not have this pair of languages.")},
    Reason{"mt.bad-request", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The service refuses what was sent.")},
    Reason{"mt.terms-not-sent", true,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "Their terms did not get into the glossary at the service, so they were not "
                             "sent. Try again, or switch the terms off in the engine's settings.")},
    Reason{
        "mt.no-glossary", true,
        QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                          "The service does not have the glossary of their terms any more, or refuses it.")},
    Reason{"mt.budget-document", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The budget of this document is used up; it can be raised among the engines.")},
    Reason{"mt.budget-month", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The budget of this month is used up; it can be raised among the engines.")},
    Reason{"queue.resting", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service failed several times running and is left alone for up to two "
                             "minutes, so they were not sent; pre-translate the rest again after that.")},
    Reason{
        "mt.moved", false,
        QT_TRANSLATE_NOOP(
            "verbale::workbench::MachineWords",
            "The service gave translations to segments that they do not belong to, so what may be wrong was "
            "not used; it may have charged for them. If you send them again, each goes alone.")},
    Reason{"queue.too-long", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The segment is too long for the service. Split it.")},
    Reason{
        "queue.elsewhere", false,
        QT_TRANSLATE_NOOP(
            "verbale::workbench::MachineWords",
            "Another program has been sending the same text for a long time; end it, or try again later.")},
    Reason{"mt.store-full", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "There is no room left on the disk for the list of what leaves this machine, so "
                             "nothing was sent.")},
    Reason{"mt.store-busy", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "Another program is using the list of what leaves this machine; try again.")},
    Reason{"mt.redirected|transport.redirect", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service wanted the texts sent elsewhere, which Verbale never does. Check "
                             "the address, or log in to the network.")},
    Reason{"transport.dns|transport.timeout-dns", false,
           QT_TRANSLATE_NOOP(
               "verbale::workbench::MachineWords",
               "No computer of the service's name was found. Check the address and the network connection.")},
    Reason{"transport.refused", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service refuses connections: it is not running there, or a firewall stands "
                             "in between. Check the address and port.")},
    Reason{"transport.unreachable|transport.not-connected|transport.timeout-connect", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "No connection to the service came about. Check the network connection and the "
                             "proxy's settings.")},
    Reason{"transport.proxy|transport.proxy-dns", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The proxy did not connect to the service. Check the network settings.")},
    Reason{"transport.proxy-auth", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The proxy wants a user name and password, or refused those that it got.")},
    Reason{"transport.tls", false,
           QT_TRANSLATE_NOOP(
               "verbale::workbench::MachineWords",
               "No encrypted connection to the service could be agreed on. Check the address and port.")},
    Reason{"transport.certificate-expired|transport.certificate-not-yet-valid", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service's certificate is not valid at this date, so nothing was sent. "
                             "Check this computer's date.")},
    Reason{"mt.certificate|transport.certificate-host", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The certificate shown is not the service's, so nothing was sent. Check the "
                             "address; a network's sign-in page can also stand in between.")},
    Reason{
        "transport.certificate-self-signed|transport.certificate-untrusted", false,
        QT_TRANSLATE_NOOP(
            "verbale::workbench::MachineWords",
            "The service's certificate comes from an authority that this computer does not know, so nothing "
            "was sent. For a service of your office, name its authority's certificate among the engines.")},
    Reason{"transport.certificate-file", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The file of trusted certificates cannot be read, so nothing was sent. Check "
                             "its path among the engines.")},
    Reason{"transport.reset|transport.empty-reply|transport.broken-off|transport.stalled|transport.timeout-"
           "first-byte|transport.timeout-total",
           false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The connection broke off, or no answer came in time.")},
    Reason{"mt.web-page", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "A web page came in the place of a translation: a network login or a proxy may "
                             "stand between. It may have been charged.")},
    Reason{"mt.not-json|mt.wrong-shape|mt.wrong-count|mt.wrong-ids|queue.misfit", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "What the service answered belongs to no segment for sure, and is not used; it "
                             "may have been charged.")},
    Reason{
        "mt.echo", false,
        QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The answer is the source, not translated.")},
    Reason{"mt.empty", false, QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The answer is empty.")},
    Reason{"mt.truncated", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The service stopped before the end of the text.")},
    Reason{"mt.error-text|mt.wrapped", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                             "The answer is an error message or program code and no translation.")},
    Reason{"mt.language-of-answer", false,
           QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The answer is not in English.")},
    Reason{
        "mt.tags-broken|mt.tags-missing|mt.tags-strange|mt.tags-twice|mt.redaction-lost|mt.redaction-twice",
        false,
        QT_TRANSLATE_NOOP(
            "verbale::workbench::MachineWords",
            "In the answer the text's tags or what was redacted are missing, doubled or out of place.")},
};

/// What the plugin and the redaction remark on a translation, and what they warn of, as they write it.
constexpr std::array remarks{
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "its figures differ: %1 is missing"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "its figures differ: the source has no %1"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "the number %1 is missing"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "it is much shorter than the source"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "it is much longer than the source"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "characters in it are escaped twice"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "it holds markup that the source does not have"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "it holds words that the engine does not know"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "a pair of codes no longer has words between them"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "what was redacted stands as in the source: %1"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "There is no key for %1; put it into the environment variable VERBALE_MT_KEY_ followed "
                      "by the engine's name in capitals."),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "%1 With a key of DeepL API Free the texts would go to api-free.deepl.com and not to "
                      "the host that is shown, unless the engine's address is set."),
    QT_TRANSLATE_NOOP(
        "verbale::workbench::MachineWords",
        "%1 gives the glossary of your terms its id when it is made; \"%2\" stands for it in what is shown."),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "The term \"%1\" (\"%2\") does not go to %3: %4."),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "the glossary there has one English for it, \"%1\""),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "it has an empty side"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "it holds a tab, a line end or another control character"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "it is longer than 1,024 bytes"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords", "the glossary is full: 10 MiB are allowed"),
    QT_TRANSLATE_NOOP(
        "verbale::workbench::MachineWords",
        "Translations could not be kept, so the next time they would have to be paid for again: %1"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "What became of a request could not be written into the ledger: %1"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "What became of requests could not be written into the ledger: %1"),
    QT_TRANSLATE_NOOP("verbale::workbench::MachineWords",
                      "The store of machine translations was damaged; a new one was begun, and the old one "
                      "lies beside it."),
};

/// What stands where a sentence has "%1", "%2" ...; nothing: it is another sentence.
std::optional<QStringList> detailsOf(const QString &sentence, const char *pattern)
{
    static const QRegularExpression place(QStringLiteral("\\\\%\\d"));
    const QString escaped = QRegularExpression::escape(QString::fromLatin1(pattern));
    const QRegularExpression whole(u'^' + QString(escaped).replace(place, QStringLiteral("(.+)")) +
                                   QLatin1String("\\z"));
    const QRegularExpressionMatch match = whole.match(sentence);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

constexpr const char *cancelledOnTheWay = "queue.cancelled-sent";
constexpr const char *notAnswering = "plugins.not-answering";

bool isOfACancel(const QString &code)
{
    static constexpr std::array codes{"mt.cancelled", "queue.cancelled", cancelledOnTheWay,
                                      "plugins.cancelled", notAnswering};
    return std::any_of(codes.begin(), codes.end(),
                       [&code](const char *one) { return code == QLatin1String(one); });
}

qsizetype troubled(const session::MachineReport &report, const char *code)
{
    for (const session::MachineTrouble &trouble : report.troubles) {
        if (trouble.code == QLatin1String(code))
            return trouble.segments;
    }
    return 0;
}

const Reason *reasonOf(const QString &code)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(), [&code](const Reason &one) {
        const QStringList codes = QString::fromLatin1(one.codes).split(u'|');
        return codes.contains(code);
    });
    return found == reasons.end() ? nullptr : &*found;
}

/// "Glossary not found" of "DeepL does not have it (400): Glossary not found".
QString serviceWords(const QString &message)
{
    static const QRegularExpression behindStatus(QStringLiteral("\\(\\d{3}\\): (.+)$"));
    return behindStatus.match(message).captured(1);
}

} // namespace

QString engineName(const MachineOutlook &outlook)
{
    const QString own = tamed(outlook.preview.engineName);
    return own.isEmpty() ? outlook.question.request.engine : own;
}

QString reasonText(const session::MachineTrouble &trouble)
{
    const Reason *reason = reasonOf(trouble.code);
    if (reason == nullptr)
        return tamed(trouble.message);
    const QString words = MachineWords::tr(reason->text);
    const QString more = reason->saysMore ? tamed(serviceWords(trouble.message)) : QString();
    return more.isEmpty() ? words : MachineWords::tr("%1 The service says: %2").arg(words, more);
}

QString remarkText(const QString &remark)
{
    for (const char *const pattern : remarks) {
        const std::optional<QStringList> details = detailsOf(remark, pattern);
        if (!details)
            continue;
        const QString words = MachineWords::tr(pattern);
        QString text;
        for (qsizetype at = 0; at < words.size(); ++at) {
            const int number = words[at] == u'%' && at + 1 < words.size() ? words[at + 1].digitValue() : -1;
            if (number > 0 && number <= details->size())
                text += remarkText(details->at(number - 1)); // it may be such a sentence too
            else
                text += words[at];
            at += number > 0 && number <= details->size() ? 1 : 0;
        }
        return text;
    }
    return remark;
}

QString remarkNoteText(const QString &note)
{
    for (qsizetype at = note.indexOf(QLatin1String(": ")); at >= 0;
         at = note.indexOf(QLatin1String(": "), at + 2)) {
        const QString remark = note.mid(at + 2);
        if (const QString words = remarkText(remark); words != remark)
            return note.first(at + 2) + words;
    }
    return note;
}

QString warningsText(const QStringList &warnings, qsizetype most)
{
    QStringList lines;
    for (const QString &warning : warnings) {
        const QString text = remarkText(tamed(warning));
        if (!lines.contains(text))
            lines.append(text);
    }
    const qsizetype rest = lines.size() - most;
    lines = lines.mid(0, most);
    if (rest > 0)
        lines.append(MachineWords::tr("%n further warning(s).", nullptr, static_cast<int>(rest)));
    return lines.join(u'\n');
}

QString resultText(const session::MachineReport &report)
{
    const QLocale locale;
    QString text = MachineWords::tr("%1 of %2 segments translated by %3")
                       .arg(locale.toString(static_cast<qlonglong>(report.translated)),
                            locale.toString(static_cast<qlonglong>(report.asked)), tamed(report.engineName));
    if (report.fromCache > 0)
        text += MachineWords::tr(", %n of them known before", nullptr, static_cast<int>(report.fromCache));
    return text + MachineWords::tr("; %1 characters sent.").arg(locale.toString(report.sentCharacters));
}

QString cancelledText(const session::MachineReport &report)
{
    const QLocale locale;
    QString text = MachineWords::tr("Cancelled; %1 of %2 segments translated by %3, %4 characters sent.")
                       .arg(locale.toString(static_cast<qlonglong>(report.translated)),
                            locale.toString(static_cast<qlonglong>(report.asked)), tamed(report.engineName),
                            locale.toString(report.sentCharacters));
    if (const qsizetype sent = troubled(report, cancelledOnTheWay); sent > 0)
        text += u' ' + MachineWords::tr("%n segment(s) had left without an answer yet and may be charged; an "
                                        "answer that still comes is used in the next run.",
                                        nullptr, static_cast<int>(sent));
    if (const qsizetype unknown = troubled(report, notAnswering); unknown > 0)
        text +=
            u' ' + MachineWords::tr("What became of %n segment(s) more is not known yet; the list of what "
                                    "left this machine will have it.",
                                    nullptr, static_cast<int>(unknown));
    return text;
}

QString troublesText(const session::MachineReport &report, bool cancelled)
{
    QStringList lines;
    qsizetype rest = 0;
    for (const session::MachineTrouble &trouble : report.troubles) {
        if (cancelled && isOfACancel(trouble.code))
            continue; // cancelledText() says it
        if (lines.size() < mostReasons)
            lines.append(QStringLiteral("%1: %2").arg(
                QLocale().toString(static_cast<qlonglong>(trouble.segments)), reasonText(trouble)));
        else
            rest += trouble.segments;
    }
    if (rest > 0)
        lines.append(MachineWords::tr("%n for other reasons.", nullptr, static_cast<int>(rest)));
    if (lines.isEmpty())
        return {};
    return MachineWords::tr("Segments without a machine translation:") + u'\n' + lines.join(u'\n');
}

} // namespace verbale::workbench

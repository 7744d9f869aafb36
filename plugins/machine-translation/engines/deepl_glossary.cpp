#include "plugins/machine-translation/engines/deepl_glossary.h"

#include "plugins/machine-translation/engines/service_answer.h"
#include "plugins/machine-translation/engines/service_request.h"

#include "text/compose.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr qsizetype maximumTermBytes = 1024;
constexpr qint64 maximumGlossaryBytes = 10 * 1024 * 1024;

constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {403, FailureKind::Key},      {404, FailureKind::Setup},
    {413, FailureKind::BadRequest}, {429, FailureKind::Limited},  {456, FailureKind::Quota},
    {500, FailureKind::Unbilled},   {503, FailureKind::Unbilled}, {504, FailureKind::Unbilled},
    {529, FailureKind::Limited},
};

/// What the service would refuse the whole glossary for.
QString problemOf(const TermPair &term)
{
    static const QRegularExpression control(
        QStringLiteral("[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{2028}\\x{2029}]"));
    for (const QString &text : {term.source, term.target}) {
        if (text.isEmpty())
            return QStringLiteral("it has an empty side");
        if (text.contains(control))
            return QStringLiteral("it holds a tab, a line end or another control character");
        if (text.toUtf8().size() > maximumTermBytes)
            return QStringLiteral("it is longer than 1,024 bytes");
    }
    return {};
}

QByteArray tableOf(const QList<TermPair> &terms)
{
    QByteArray table;
    for (const TermPair &term : terms)
        table += term.source.toUtf8() + '\t' + term.target.toUtf8() + '\n';
    table.chop(table.isEmpty() ? 0 : 1);
    return table;
}

/// Clean, without doubles, within the size that a glossary may have.
QList<TermPair> accepted(const QList<TermPair> &wanted, QList<RejectedTerm> &rejected)
{
    QList<TermPair> terms;
    QSet<QString> sources;
    qint64 bytes = 0;
    for (const TermPair &one : wanted) {
        const TermPair term{text::composed(one.source).trimmed(), text::composed(one.target).trimmed()};
        const qint64 size = term.source.toUtf8().size() + term.target.toUtf8().size() + 2;
        QString problem = problemOf(term);
        if (problem.isEmpty() && sources.contains(term.source))
            problem = QStringLiteral("another entry for the same words comes before it");
        if (problem.isEmpty() && bytes + size > maximumGlossaryBytes)
            problem = QStringLiteral("the glossary is full: 10 MiB are allowed");
        if (!problem.isEmpty()) {
            rejected.append({one, problem});
            continue;
        }
        bytes += size;
        sources.insert(term.source);
        terms.append(term);
    }
    return terms;
}

RequestJson dictionaryOf(const QList<TermPair> &terms, const QString &source, const QString &target)
{
    return {{"source_lang", toJson(primaryLanguage(source))},
            {"target_lang", toJson(primaryLanguage(target))}, // "en", never "en-gb"
            {"entries", tableOf(terms).toStdString()},
            {"entries_format", "tsv"}};
}

} // namespace

Result<GlossaryPlan> DeepLGlossary::plan(const GlossaryState &known, const QList<TermPair> &wanted,
                                         const QString &sourceLanguage, const QString &targetLanguage,
                                         const Secret &key) const
{
    const QString service = QStringLiteral("DeepL");
    if (const Result<void> sound = checkAddress(m_address, service); !sound)
        return sound.error();
    if (const Result<void> sound = checkKey(key, service); !sound)
        return sound.error();
    GlossaryPlan plan;
    const QList<TermPair> terms = accepted(wanted, plan.rejected);
    plan.entries = terms.size();
    QList<TermPair> sorted = terms;
    std::sort(sorted.begin(), sorted.end(),
              [](const TermPair &a, const TermPair &b) { return a.source < b.source; });
    plan.version =
        QString::fromLatin1(QCryptographicHash::hash(tableOf(sorted), QCryptographicHash::Sha256).toHex());

    QHash<QString, QString> before;
    for (const TermPair &term : known.entries)
        before.insert(term.source, term.target);
    QList<TermPair> changed;
    qsizetype kept = 0;
    for (const TermPair &term : terms) {
        kept += before.contains(term.source) ? 1 : 0;
        if (before.value(term.source) != term.target)
            changed.append(term);
    }
    const bool removed = kept < before.size();
    if (terms.isEmpty() || (!known.id.isEmpty() && changed.isEmpty() && !removed))
        return plan;

    GlossaryStep step;
    const QString place = m_address + QLatin1String("/v3/glossaries");
    const EngineLimits limits;
    if (known.id.isEmpty()) {
        const RequestJson body{
            {"name", toJson(m_name)},
            {"dictionaries", RequestJson::array({dictionaryOf(terms, sourceLanguage, targetLanguage)})}};
        step = {GlossaryStep::Kind::Create, jsonRequest(place, body, limits)};
    } else if (removed) {
        step = {GlossaryStep::Kind::Replace,
                jsonRequest(place + QLatin1Char('/') + known.id + QLatin1String("/dictionaries"),
                            dictionaryOf(terms, sourceLanguage, targetLanguage), limits)};
        step.request.method = "PUT";
    } else {
        const RequestJson body{
            {"dictionaries", RequestJson::array({dictionaryOf(changed, sourceLanguage, targetLanguage)})}};
        step = {GlossaryStep::Kind::Merge, jsonRequest(place + QLatin1Char('/') + known.id, body, limits)};
        step.request.method = "PATCH";
    }
    step.request.secretHeaders = {{"Authorization", key.prefixed("DeepL-Auth-Key ")}};
    plan.step = step;
    return plan;
}

std::variant<QString, Failure> DeepLGlossary::answer(const GlossaryState &known,
                                                     const HttpAnswer &answer) const
{
    const QString service = QStringLiteral("DeepL");
    if (answer.status < 200 || answer.status > 204)
        return failureOf(service, rules, answer);
    if (!known.id.isEmpty())
        return known.id;
    const auto read = readAnswer(service, answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    static const QRegularExpression sound(
        QStringLiteral("^[A-Za-z0-9-]{1,64}\\z")); // it becomes part of an address
    const QString id = textOf(member(std::get<nlohmann::json>(read), "glossary_id")).value_or(QString());
    if (!sound.match(id).hasMatch())
        return badAnswer(service, "mt.wrong-shape", QStringLiteral("without the id of a glossary"));
    return id;
}

} // namespace verbale::mt

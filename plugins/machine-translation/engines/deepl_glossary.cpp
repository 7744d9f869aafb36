#include "plugins/machine-translation/engines/deepl_glossary.h"

#include "plugins/machine-translation/engines/service_answer.h"
#include "plugins/machine-translation/engines/service_request.h"

#include "text/compose.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <utility>

namespace verbale::mt {

namespace {

constexpr qsizetype maximumTermBytes = 1024;
constexpr qint64 maximumGlossaryBytes = 10 * 1024 * 1024;
constexpr qsizetype maximumStepBytes = 48 * 1024; ///< JSON may double it, and a request holds 128 KiB

constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {403, FailureKind::Key},      {413, FailureKind::BadRequest},
    {429, FailureKind::Limited},    {456, FailureKind::Quota},    {500, FailureKind::Unbilled},
    {503, FailureKind::Unbilled},   {504, FailureKind::Unbilled}, {529, FailureKind::Limited},
};

QString service()
{
    return QStringLiteral("DeepL");
}

/// It becomes part of an address.
bool isSoundId(const QString &id)
{
    static const QRegularExpression sound(QStringLiteral("^[A-Za-z0-9-]{1,64}\\z"));
    return sound.match(id).hasMatch();
}

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

RequestJson dictionaryOf(const QList<TermPair> &terms, const Batch &batch)
{
    return {{"source_lang", toJson(primaryLanguage(batch.sourceLanguage))},
            {"target_lang", toJson(primaryLanguage(batch.targetLanguage))}, // "en", never "en-gb"
            {"entries", toJson(tableOf(terms))},
            {"entries_format", "tsv"}};
}

/// The first ones, as many as one request may hold.
QList<TermPair> firstOf(const QList<TermPair> &terms)
{
    qsizetype bytes = 0;
    qsizetype count = 0;
    for (const TermPair &term : terms) {
        bytes += term.source.toUtf8().size() + term.target.toUtf8().size() + 2;
        if (bytes > maximumStepBytes)
            break;
        ++count;
    }
    return terms.first(count);
}

/// Of all that the account has, the one with our name; an empty id where none has it.
EngineAnswer foundIn(const nlohmann::json &read, const QString &name)
{
    const nlohmann::json *glossaries = member(read, "glossaries");
    if (glossaries == nullptr || !glossaries->is_array())
        return badAnswer(service(), "mt.wrong-shape", QStringLiteral("without a list of glossaries"));
    for (const nlohmann::json &one : *glossaries) {
        const QString id = textOf(member(one, "glossary_id")).value_or(QString());
        if (textOf(member(one, "name")) == name && isSoundId(id))
            return QList<ItemAnswer>{{.item = 0, .text = id, .billedCharacters = 0}};
    }
    return QList<ItemAnswer>{{.item = 0, .text = {}, .billedCharacters = 0}};
}

} // namespace

GlossaryPlan DeepLGlossary::plan(const GlossaryState &known, const QList<TermPair> &wanted)
{
    GlossaryPlan plan;
    plan.accepted = accepted(wanted, plan.rejected);
    if (plan.accepted.isEmpty())
        return plan;
    using Kind = GlossaryStep::Kind;
    if (known.id.isEmpty() && known.unsure) {
        plan.step = GlossaryStep{.kind = Kind::Find};
        return plan;
    }
    if (known.id.isEmpty()) {
        plan.step = GlossaryStep{.kind = Kind::Create, .entries = firstOf(plan.accepted)};
        return plan;
    }
    QHash<QString, QString> before;
    for (const TermPair &term : known.entries)
        before.insert(term.source, term.target);
    QList<TermPair> changed;
    qsizetype kept = 0;
    for (const TermPair &term : std::as_const(plan.accepted)) {
        kept += before.contains(term.source) ? 1 : 0;
        if (before.value(term.source) != term.target)
            changed.append(term);
    }
    if (known.unsure || kept < before.size())
        plan.step = GlossaryStep{.kind = Kind::Replace, .id = known.id, .entries = firstOf(plan.accepted)};
    else if (!changed.isEmpty())
        plan.step = GlossaryStep{.kind = Kind::Merge, .id = known.id, .entries = firstOf(changed)};
    return plan;
}

Result<HttpRequest> DeepLGlossary::request(const GlossaryStep &step, const Batch &batch,
                                           const Secret &key) const
{
    if (const Result<void> sound = checkAddress(m_address, service()); !sound)
        return sound.error();
    if (const Result<void> sound = checkKey(key, service()); !sound)
        return sound.error();
    using Kind = GlossaryStep::Kind;
    const QString all = m_address + QLatin1String("/v3/glossaries");
    const QString one = all + QLatin1Char('/') + step.id;
    const EngineLimits limits;
    HttpRequest request;
    if (step.kind == Kind::Find) {
        request.method = "GET";
        request.url = all;
        request.headers = {{"Accept", "application/json"}};
        setTimeouts(request, limits);
    } else if (step.kind == Kind::Replace) {
        request =
            jsonRequest(one + QLatin1String("/dictionaries"), dictionaryOf(step.entries, batch), limits);
        request.method = "PUT";
    } else {
        RequestJson body;
        if (step.kind == Kind::Create)
            body["name"] = toJson(step.name);
        body["dictionaries"] = RequestJson::array({dictionaryOf(step.entries, batch)});
        request = jsonRequest(step.kind == Kind::Create ? all : one, body, limits);
        request.method = step.kind == Kind::Create ? "POST" : "PATCH";
    }
    request.secretHeaders = {{"Authorization", key.prefixed("DeepL-Auth-Key ")}};
    return request;
}

EngineAnswer DeepLGlossary::answer(const GlossaryStep &step, const HttpAnswer &answer)
{
    using Kind = GlossaryStep::Kind;
    if (answer.status < 200 || answer.status > 204) {
        if (answer.status == 404 && !step.id.isEmpty())
            return goneGlossary(service(), answer);
        Failure failure = failureOf(service(), rules, answer);
        // One may have been made before it failed: looked for by its name rather than made again.
        if (failure.kind == FailureKind::Unbilled && step.kind == Kind::Create)
            failure.kind = FailureKind::Ambiguous;
        return failure;
    }
    if (!step.id.isEmpty())
        return QList<ItemAnswer>{{.item = 0, .text = step.id, .billedCharacters = 0}};
    const auto read = readAnswer(service(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    if (step.kind == Kind::Find)
        return foundIn(std::get<nlohmann::json>(read), step.name);
    const QString id = textOf(member(std::get<nlohmann::json>(read), "glossary_id")).value_or(QString());
    if (!isSoundId(id))
        return badAnswer(service(), "mt.wrong-shape", QStringLiteral("without the id of a glossary"));
    return QList<ItemAnswer>{{.item = 0, .text = id, .billedCharacters = 0}};
}

} // namespace verbale::mt

#include "session/engine_settings.h"

#include "session/machine_translation.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>

namespace verbale::session {

namespace {

constexpr qsizetype longestName = 60;
constexpr qint64 mostCharacters = 1'000'000;

EngineMember address(const QString &otherwise)
{
    return {QStringLiteral("address"), MemberKind::Address, otherwise.isEmpty(), !otherwise.isEmpty(),
            otherwise};
}

EngineMember text(const char *name, bool isNeeded = false)
{
    return {QLatin1String(name), MemberKind::Text, isNeeded};
}

EngineMember rare(const char *name, const QString &otherwise = {})
{
    return {QLatin1String(name), MemberKind::Text, false, true, otherwise};
}

EngineMember number(const char *name, qint64 otherwise, qint64 least, qint64 most)
{
    return {
        QLatin1String(name), MemberKind::Number, false, true, QString::number(otherwise), {}, least, most};
}

EngineMember flag(const char *name, bool otherwise = true)
{
    return {QLatin1String(name), MemberKind::Flag, false, true,
            otherwise ? QStringLiteral("true") : QStringLiteral("false")};
}

EngineMember numbers(const char *name)
{
    return {QLatin1String(name), MemberKind::NumberList};
}

QList<EngineMember> deepLMembers()
{
    EngineMember english = text("english");
    english.otherwise = QStringLiteral("EN-GB");
    english.choices = {QStringLiteral("EN-GB"), QStringLiteral("EN-US")};
    EngineMember terms = flag("terms", false); // they would stay at the service
    terms.isRare = false;
    return {english,
            terms,
            text("glossary"),
            rare("glossaryVersion"),
            rare("context"),
            rare("formality"),
            rare("model", QStringLiteral("quality_optimized")),
            address(QStringLiteral("https://api.deepl.com"))};
}

QList<EngineMember> azureMembers()
{
    return {text("region"),
            flag("terms"),
            {QStringLiteral("version"),
             MemberKind::Choice,
             false,
             true,
             QStringLiteral("3.0"),
             {QStringLiteral("3.0"), QStringLiteral("2026-06-06")}},
            rare("category"),
            rare("deployment"),
            rare("tone"),
            address(QStringLiteral("https://api.cognitive.microsofttranslator.com"))};
}

QList<EngineMember> chatMembers()
{
    EngineMember where = address(QStringLiteral("https://api.openai.com/v1"));
    where.isRare = false;
    return {where,
            text("model", true),
            {QStringLiteral("instructions"), MemberKind::LongText},
            rare("name", QStringLiteral("Chat model")),
            flag("jsonMode"),
            number("items", 10, 1, 100),
            number("characters", 6'000, 1, mostCharacters),
            number("firstByteSeconds", 180, 1, 540)};
}

QList<EngineType> makeTypes()
{
    using enum EngineType::KeyUse;
    EngineMember apertium = address(QStringLiteral("http://127.0.0.1:2737"));
    apertium.isRare = false;
    QList<EngineType> types{
        {QStringLiteral("deepl"), Needed, deepLMembers()},
        {QStringLiteral("azure"), Needed, azureMembers()},
        {QStringLiteral("google"), Needed, {address(QStringLiteral("https://translation.googleapis.com"))}},
        {QStringLiteral("google-v3"),
         Needed,
         {text("project", true), rare("location", QStringLiteral("us-central1")), text("glossary"),
          rare("glossaryVersion"), rare("model"),
          address(QStringLiteral("https://translate.googleapis.com"))}},
        {QStringLiteral("modernmt"),
         Needed,
         {numbers("hints"), numbers("glossaries"), rare("glossaryVersion"),
          address(QStringLiteral("https://api.modernmt.com"))}},
        {QStringLiteral("libretranslate"),
         Possible,
         {address({}), number("items", 25, 1, 1000), number("characters", 2'000, 1, mostCharacters)}},
        {QStringLiteral("chat"), Possible, chatMembers()},
        {QStringLiteral("apertium"), None, {apertium}},
        {QStringLiteral("generic"), Possible, {{QStringLiteral("description"), MemberKind::File, true}}},
    };
    for (EngineType &type : types)
        type.members.append(
            {QStringLiteral("requestsPerSecond"), MemberKind::Number, false, true, {}, {}, 0, 1000});
    return types;
}

QJsonObject enginesObject(const QJsonObject &machineTranslation)
{
    return machineTranslation.value(QLatin1String("engines")).toObject();
}

EngineSetup setupOf(const QString &name, QJsonObject object)
{
    EngineSetup setup;
    setup.name = name;
    setup.type = object.take(QStringLiteral("type")).toString(name);
    const QString handling = QStringLiteral("handling");
    if (const auto level = handlingNamed(object.value(handling).toString())) {
        setup.handling = *level;
        object.remove(handling);
    } // else it goes with the members, and the engine gets no text before somebody sets it right
    if (const QJsonValue price = object.take(QStringLiteral("pricePerMillion")); price.isDouble())
        setup.pricePerMillion = price.toDouble();
    setup.currency = object.take(QStringLiteral("currency")).toString();
    setup.holdsKey = object.contains(QLatin1String("key"));
    object.remove(QStringLiteral("key"));
    setup.members = object;
    return setup;
}

QJsonObject objectOf(const EngineSetup &setup)
{
    QJsonObject object = setup.members;
    object.remove(QStringLiteral("key"));
    object.insert(QStringLiteral("type"), setup.type);
    if (setup.handling != HandlingLevel::Open)
        object.insert(QStringLiteral("handling"), handlingName(setup.handling));
    if (setup.pricePerMillion)
        object.insert(QStringLiteral("pricePerMillion"), *setup.pricePerMillion);
    if (!setup.currency.isEmpty())
        object.insert(QStringLiteral("currency"), setup.currency);
    return object;
}

QJsonObject budgetOf(const MachineSettings &settings)
{
    QJsonObject budget;
    if (settings.documentBudget)
        budget.insert(QStringLiteral("document"), *settings.documentBudget);
    if (settings.monthBudget)
        budget.insert(QStringLiteral("month"), *settings.monthBudget);
    return budget;
}

QJsonObject networkOf(const MachineSettings &settings)
{
    QJsonObject network;
    if (!settings.proxy.isEmpty())
        network.insert(QStringLiteral("proxy"), settings.proxy);
    if (!settings.authorities.isEmpty())
        network.insert(QStringLiteral("authorities"), settings.authorities);
    return network;
}

/// What was changed here, put into what stands in the file now; objects member by member. One that somebody
/// else took out, and that was changed here, is whole again.
QJsonObject merged(QJsonObject inFile, const QJsonObject &own, const QJsonObject &before)
{
    for (auto member = before.begin(); member != before.end(); ++member) {
        if (!own.contains(member.key()))
            inFile.remove(member.key());
    }
    for (auto member = own.begin(); member != own.end(); ++member) {
        const QJsonValue wanted = member.value();
        const QJsonValue former = before.value(member.key());
        const QJsonValue there = inFile.value(member.key());
        if (wanted == former)
            continue;
        if (wanted.isObject() && there.isObject())
            inFile.insert(member.key(), merged(there.toObject(), wanted.toObject(), former.toObject()));
        else
            inFile.insert(member.key(), wanted);
    }
    return inFile;
}

/// All that MachineSettings knows of.
QJsonObject objectOf(const MachineSettings &settings)
{
    QJsonObject engines;
    for (const EngineSetup &engine : settings.engines)
        engines.insert(engine.name, objectOf(engine));
    return {{QStringLiteral("engines"), engines},
            {QStringLiteral("budget"), budgetOf(settings)},
            {QStringLiteral("network"), networkOf(settings)}};
}

QJsonObject mergedMachine(QJsonObject machine, const MachineSettings &own, const MachineSettings &before)
{
    const QJsonObject ours = objectOf(own);
    const QStringList parts = ours.keys();
    for (const QString &part : parts)
        machine.insert(part, machine.value(part).toObject());
    machine = merged(machine, ours, objectOf(before));
    QJsonObject engines = enginesObject(machine);
    for (auto engine = engines.begin(); engine != engines.end(); ++engine) {
        QJsonObject withoutKey = engine->toObject();
        if (!withoutKey.take(QStringLiteral("key")).isUndefined())
            engine.value() = withoutKey;
    }
    machine.insert(QStringLiteral("engines"), engines);
    for (const QString &part : parts) { // nobody needs empty ones
        if (machine.value(part).toObject().isEmpty())
            machine.remove(part);
    }
    return machine;
}

/// The plugin looks again, and more closely.
bool isThisComputer(const QString &host)
{
    static const QRegularExpression numbers(QStringLiteral("^127(\\.\\d{1,3}){3}$"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           host == QLatin1String("::1") || numbers.match(host).hasMatch();
}

using Kind = SetupProblem::Kind;

std::optional<Kind> problemOfAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return Kind::NoAddress;
    if (!url.userInfo().isEmpty())
        return Kind::HoldsPassword;
    if (url.scheme() == QLatin1String("https"))
        return std::nullopt;
    if (url.scheme() != QLatin1String("http"))
        return Kind::NoAddress;
    return isThisComputer(url.host()) ? std::nullopt : std::optional(Kind::Unencrypted);
}

std::optional<Kind> problemOfFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.isAbsolute())
        return Kind::NotAbsolute;
    return file.isReadable() ? std::nullopt : std::optional(Kind::NoFile);
}

bool isNumber(const QJsonValue &value, const EngineMember &member)
{
    const double number = value.toDouble(-1);
    const bool mayBeBroken = member.otherwise.isEmpty(); // requestsPerSecond
    return value.isDouble() && number >= double(member.least) && number <= double(member.most) &&
           (mayBeBroken || number == double(qint64(number)));
}

bool isNumberList(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return value.isArray() && std::all_of(list.begin(), list.end(), [](const QJsonValue &one) {
               return one.toInteger(-1) >= 0; // -1 for what is no whole number
           });
}

std::optional<Kind> problemOfMember(const EngineMember &member, const QJsonValue &value)
{
    const bool isAbsent = value.isUndefined() || (value.isString() && value.toString().isEmpty());
    if (isAbsent)
        return member.isNeeded ? std::optional(Kind::Missing) : std::nullopt;
    switch (member.kind) {
    case MemberKind::Address:
        return problemOfAddress(value.toString());
    case MemberKind::File:
        return problemOfFile(value.toString());
    case MemberKind::Number:
        return isNumber(value, member) ? std::nullopt : std::optional(Kind::NoNumber);
    case MemberKind::NumberList:
        return isNumberList(value) ? std::nullopt : std::optional(Kind::NoNumber);
    case MemberKind::Text:
    case MemberKind::LongText:
    case MemberKind::Choice:
    case MemberKind::Flag:
        break;
    }
    return std::nullopt;
}

QList<SetupProblem> problemsOfName(const QString &name, const QList<EngineSetup> &others)
{
    const QString member = QStringLiteral("name");
    if (name.trimmed().isEmpty())
        return {{member, Kind::NoName}};
    if (name.size() > longestName)
        return {{member, Kind::LongName}};
    for (const EngineSetup &other : others) {
        if (other.name == name)
            return {{member, Kind::NameTaken}};
        if (keyVariable(other.name) == keyVariable(name))
            return {{member, Kind::VariableTaken, other.name}};
    }
    return {};
}

} // namespace

const QList<EngineType> &engineTypes()
{
    static const QList<EngineType> types = makeTypes();
    return types;
}

const EngineType *engineType(const QString &name)
{
    const QList<EngineType> &types = engineTypes();
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&name](const EngineType &type) { return type.name == name; });
    return found == types.end() ? nullptr : &*found;
}

QList<EngineSetup> enginesOf(const Settings &settings)
{
    const QJsonObject engines = enginesObject(settings.machineTranslation);
    QList<EngineSetup> setups;
    for (auto engine = engines.begin(); engine != engines.end(); ++engine) {
        if (engine->isObject())
            setups.append(setupOf(engine.key(), engine->toObject()));
    }
    return setups;
}

std::optional<EngineSetup> engineNamed(const QString &name, const Settings &settings)
{
    const QJsonValue engine = enginesObject(settings.machineTranslation).value(name);
    return engine.isObject() ? std::optional(setupOf(name, engine.toObject())) : std::nullopt;
}

MachineSettings machineSettings(const Settings &settings)
{
    MachineSettings machine;
    machine.engines = enginesOf(settings);
    const QJsonObject budget = settings.machineTranslation.value(QLatin1String("budget")).toObject();
    const auto limit = [&budget](const char *name) {
        const QJsonValue value = budget.value(QLatin1String(name));
        return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
    };
    machine.documentBudget = limit("document");
    machine.monthBudget = limit("month");
    const QJsonObject network = settings.machineTranslation.value(QLatin1String("network")).toObject();
    machine.proxy = network.value(QLatin1String("proxy")).toString();
    machine.authorities = network.value(QLatin1String("authorities")).toString();
    return machine;
}

Settings withEngines(Settings settings, const MachineSettings &machine)
{
    settings.machineTranslation =
        mergedMachine(settings.machineTranslation, machine, machineSettings(settings));
    return settings;
}

Result<void> saveEngines(const MachineSettings &own, const MachineSettings &before, const QString &file)
{
    return changeMachineTranslation(
        file, [&](const QJsonObject &inFile) { return mergedMachine(inFile, own, before); });
}

QList<SetupProblem> problemsOf(const EngineSetup &setup, const QList<EngineSetup> &others)
{
    QList<SetupProblem> problems = problemsOfName(setup.name, others);
    const EngineType *type = engineType(setup.type);
    if (type == nullptr)
        return problems;
    for (const EngineMember &member : type->members) {
        if (const std::optional<Kind> kind = problemOfMember(member, setup.members.value(member.name)))
            problems.append({member.name, *kind});
    }
    const bool hasGlossary = !setup.members.value(QLatin1String("glossary")).toString().isEmpty();
    if (type->name == QLatin1String("deepl") && hasGlossary &&
        setup.members.value(QLatin1String("terms")).toBool())
        problems.append({QStringLiteral("glossary"), Kind::NotWithTerms});
    if (setup.pricePerMillion && (*setup.pricePerMillion < 0 || *setup.pricePerMillion > 1e9))
        problems.append({QStringLiteral("pricePerMillion"), Kind::NoNumber});
    return problems;
}

QList<SetupProblem> problemsOf(const MachineSettings &settings)
{
    QList<SetupProblem> problems;
    if (!settings.proxy.isEmpty() && settings.proxy != QLatin1String("none")) {
        const QString member = QStringLiteral("proxy");
        static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"),
                                         QStringLiteral("socks5"), QStringLiteral("socks5h")};
        const QUrl url(settings.proxy, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()))
            problems.append({member, Kind::NoAddress});
        else if (!url.password().isEmpty())
            problems.append({member, Kind::HoldsPassword});
    }
    if (!settings.authorities.isEmpty()) {
        if (const std::optional<Kind> kind = problemOfFile(settings.authorities))
            problems.append({QStringLiteral("authorities"), *kind});
    }
    return problems;
}

} // namespace verbale::session

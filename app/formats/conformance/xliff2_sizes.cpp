#include "formats/conformance/xliff2_modules.h"
#include "formats/conformance/xliff2_values.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

constexpr QLatin1String styleUri("urn:oasis:names:tc:xliff:fs:2.0");
constexpr QLatin1String sizeUri("urn:oasis:names:tc:xliff:sizerestriction:2.0");

bool isIsolatedOrNoEnd(const xml::Element &element, const Context &context)
{
    if (!context.is(element, QLatin1String("ec")))
        return true;
    const QString *isolated = find(element, QLatin1String("isolated"));
    return isolated != nullptr && *isolated == QLatin1String("yes");
}

/// "max" or "min,max" with "*" for no maximum.
bool isRestriction(QStringView value)
{
    const qsizetype comma = value.indexOf(u',');
    const QStringView most = value.sliced(comma + 1).trimmed();
    const bool isMost = most == u"*" || (isInteger(most) && !most.startsWith(u'-'));
    if (comma < 0)
        return isMost;
    const QStringView least = value.first(comma).trimmed();
    if (!isInteger(least) || least.startsWith(u'-') || !isMost)
        return false;
    return most == u"*" || least.toLongLong() <= most.toLongLong();
}

/// Whether the forms of the standard profiles hold. Without a profile they hold for what looks like theirs.
bool followsStandard(const QString &profile, QStringView value)
{
    const QChar first = value.isEmpty() ? QChar() : value.front();
    return profile.isEmpty() ? first.isDigit() || first == u'*' : profile.startsWith(QLatin1String("xliff:"));
}

void checkSize(const xml::Element &element, QLatin1String name, const QString &profile,
               bool (*accepts)(QStringView), const QString &section, const QString &expectation,
               const Context &context)
{
    const QString *value = find(element, sizeUri, name);
    if (value == nullptr || accepts(*value) || !followsStandard(profile, *value))
        return;
    context.sink.error(element.start, "invalid-size", section,
                       QStringLiteral("slr:%1 is \"%2\"; it has to be %3.")
                           .arg(QString(name), value->left(80), expectation));
}

/// An integer, or empty for the default of 0.
bool isSize(QStringView value)
{
    return value.isEmpty() || isInteger(value);
}

/// "name,value" pairs between backslashes; a backslash also escapes a comma or a backslash of a value.
bool arePairs(QStringView value)
{
    bool hasComma = false;
    bool hasName = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool isEscape =
            value[i] == u'\\' && i + 1 < value.size() && (value[i + 1] == u',' || value[i + 1] == u'\\');
        if (isEscape) {
            ++i;
        } else if (value[i] == u'\\') {
            if (!hasComma)
                return false;
            hasComma = hasName = false;
        } else if (value[i] == u',') {
            if (hasComma || !hasName)
                return false;
            hasComma = true;
        } else if (!hasComma) {
            hasName = true;
        }
    }
    return hasComma;
}

} // namespace

void checkStyle(const xml::Element &element, const Context &context)
{
    const QString *name = find(element, styleUri, QLatin1String("fs"));
    const QString *attributes = find(element, styleUri, QLatin1String("subFs"));
    if (name == nullptr && attributes == nullptr)
        return;
    if (!isIsolatedOrNoEnd(element, context)) {
        context.sink.error(
            element.start, "style-on-end",
            name != nullptr ? QStringLiteral("5.3.5.1 fs") : QStringLiteral("5.3.5.2 subFs"),
            QStringLiteral("Format styles stand on an end code only when isolated is yes; take them "
                           "out, they are those of the start code."));
    }
    if (name == nullptr) {
        context.sink.error(element.start, "subfs-without-fs", QStringLiteral("5.3.5.2 subFs"),
                           QStringLiteral("fs:subFs goes with fs:fs; add it or take subFs out."));
    }
    if (attributes != nullptr && !arePairs(*attributes)) {
        context.sink.warning(
            element.start, "subfs-pairs", QStringLiteral("5.3.5.2 subFs"),
            QStringLiteral("fs:subFs is \"%1\"; write name,value pairs with backslashes between them, "
                           "and a backslash before a comma or backslash of a value.")
                .arg(attributes->left(80)));
    }
}

void checkSizes(const xml::Element &element, const ModuleScope &scope, const Context &context)
{
    const bool hasSizes =
        std::any_of(element.attributes.begin(), element.attributes.end(),
                    [](const xml::Attribute &attribute) { return attribute.ns == sizeUri; });
    if (!hasSizes)
        return;
    if (!isIsolatedOrNoEnd(element, context)) {
        context.sink.error(
            element.start, "size-on-end", QStringLiteral("5.7.5.9 sizeInfo"),
            QStringLiteral("Sizes stand on an end code only when isolated is yes; put them on the start "
                           "code, which counts for both."));
    }
    if (find(element, sizeUri, QLatin1String("sizeInfo")) != nullptr &&
        find(element, sizeUri, QLatin1String("sizeInfoRef")) != nullptr) {
        context.sink.error(
            element.start, "size-twice", QStringLiteral("5.7.5.10 sizeInfoRef"),
            QStringLiteral("slr:sizeInfo and slr:sizeInfoRef exclude each other; take one out."));
    }
    const QString pattern =
        QStringLiteral("a size, or a smallest and a largest one (\"90\", \"*\", \"25,100\")");
    const QString number = QStringLiteral("a whole number");
    checkSize(element, QLatin1String("storageRestriction"), scope.storageProfile, isRestriction,
              QStringLiteral("5.7.6.2.1 storageRestriction"), pattern, context);
    checkSize(element, QLatin1String("equivStorage"), scope.storageProfile, isSize,
              QStringLiteral("5.7.6.2.2 equivStorage"), number, context);
    checkSize(element, QLatin1String("sizeRestriction"), scope.generalProfile, isRestriction,
              QStringLiteral("5.7.6.1.1 sizeRestriction"), pattern, context);
    checkSize(element, QLatin1String("sizeInfo"), scope.generalProfile, isSize,
              QStringLiteral("5.7.6.1.2 sizeInfo"), number, context);
}

void checkSizeReference(const xml::Element &element, const QSet<QString> &data, const Context &context)
{
    const QString *reference = find(element, sizeUri, QLatin1String("sizeInfoRef"));
    if (reference == nullptr || data.contains(*reference))
        return;
    context.sink.error(
        element.start, "unknown-size-data", QStringLiteral("5.7.5.10 sizeInfoRef"),
        QStringLiteral("slr:sizeInfoRef names \"%1\", which no <slr:data> around the element has; "
                       "correct it.")
            .arg(*reference));
}

void addSizeData(const xml::Element &data, QSet<QString> &ids)
{
    for (const xml::Node &node : data.children) {
        if (!node.element)
            continue;
        for (const xml::Attribute &attribute : node.element->attributes) {
            if (attribute.name == QLatin1String("id"))
                ids.insert(attribute.value);
        }
        addSizeData(*node.element, ids);
    }
}

void readProfiles(const xml::Element &profiles, ModuleScope &scope, const Context &context)
{
    const QString *general = find(profiles, QLatin1String("generalProfile"));
    const QString *storage = find(profiles, QLatin1String("storageProfile"));
    scope.generalProfile = general != nullptr ? *general : QString();
    scope.storageProfile = storage != nullptr ? *storage : QString();
    for (const QString *profile : {general, storage}) {
        if (profile != nullptr && !profile->isEmpty() && !profile->contains(u':')) {
            context.sink.warning(
                profiles.start, "profile-name", QStringLiteral("5.7.1 Introduction"),
                QStringLiteral("The profile \"%1\" should be named authority:name.").arg(*profile));
        }
    }
    const auto isOneOf = [](const QString &value, std::initializer_list<QLatin1String> names) {
        return std::any_of(names.begin(), names.end(),
                           [&value](QLatin1String name) { return value == name; });
    };
    const bool isUnknown = (general != nullptr && general->startsWith(QLatin1String("xliff:")) &&
                            !isOneOf(*general, {QLatin1String("xliff:codepoints")})) ||
                           (storage != nullptr && storage->startsWith(QLatin1String("xliff:")) &&
                            !isOneOf(*storage, {QLatin1String("xliff:utf8"), QLatin1String("xliff:utf16"),
                                                QLatin1String("xliff:utf32")}));
    if (isUnknown) {
        context.sink.error(
            profiles.start, "unknown-profile", QStringLiteral("5.7.6 Standard profiles"),
            QStringLiteral("The authority xliff defines the profiles xliff:codepoints for sizes and "
                           "xliff:utf8, xliff:utf16 and xliff:utf32 for storage alone; correct the "
                           "name."));
    }
}

} // namespace verbale::conformance::xliff2

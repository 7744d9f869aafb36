#include "workbench/plugin_offer_dialog.h"

#include "workbench/fact_list.h"
#include "workbench/message_bar.h"
#include "workbench/plugin_words.h"
#include "workbench/sandbox_list.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using session::PluginOffer;

/// A warning that does not close.
QWidget *warning(const QString &text, QWidget *parent)
{
    auto *bar = new MessageBar(parent);
    bar->show(MessageBar::Kind::Warning, text);
    bar->setClosable(false);
    return bar;
}

QString versionText(const PluginOffer &offer)
{
    const QString version = offer.descriptor.version.toString();
    if (!offer.installed)
        return version;
    const QVersionNumber old = offer.installed->version;
    if (old > offer.descriptor.version)
        return PluginOfferDialog::tr("%1, which is older than %2 that is installed")
            .arg(version, old.toString());
    if (old == offer.descriptor.version)
        return PluginOfferDialog::tr("%1, as the one that is installed").arg(version);
    return PluginOfferDialog::tr("%1, in place of %2").arg(version, old.toString());
}

/// Four groups of sixteen digits, which two people can compare.
QString inGroups(const QByteArray &digits)
{
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += 16)
        groups.append(QString::fromLatin1(digits.mid(at, 16)));
    return groups.join(u' ');
}

} // namespace

PluginOfferDialog::PluginOfferDialog(const PluginOffer &offer, bool wasTrusted, QWidget *parent)
    : QDialog(parent), m_install(new QPushButton(offer.installed ? tr("&Update") : tr("&Install"), this))
{
    const QString name = pluginName(offer.descriptor);
    setWindowTitle(offer.installed ? tr("Update a plugin") : tr("Install a plugin"));
    auto *title =
        makeTitle(offer.installed ? tr("Update “%1”?").arg(name) : tr("Install “%1”?").arg(name), this);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What is known of the plugin"));
    scroll->setWidget(makeFacts(offer, wasTrusted));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);
    m_install->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_install);
    buttons->addWidget(cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(
        warning(tr("This plugin is not signed: Verbale cannot say who made it. Install it only if "
                   "you know where it comes from. Nothing of it has run yet."),
                this));
    if (const QString added = whatIsNew(offer); !added.isEmpty())
        layout->addWidget(
            warning(tr("The new version asks for more than the old one:") + u'\n' + added, this));
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    resize(760, 620);
    cancel->setFocus();
    connect(m_install, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QString PluginOfferDialog::whatIsNew(const PluginOffer &offer)
{
    if (!offer.installed)
        return {};
    QStringList lines;
    for (const session::PluginWish &wish : session::addedWishes(*offer.installed, offer.descriptor))
        lines.append(QStringLiteral("• ") + wishText(wish));
    return lines.join(u'\n');
}

QWidget *PluginOfferDialog::makeFacts(const PluginOffer &offer, bool wasTrusted)
{
    const host::Descriptor &descriptor = offer.descriptor;
    auto *facts = new FactList(this);
    const auto add = [facts](const QString &caption, const QString &text) {
        QLabel *row = facts->addRow(caption);
        FactList::setText(row, text);
        return row;
    };
    QStringList provides;
    for (const QString &interface : descriptor.provides)
        provides.append(interfaceText(interface));
    add(tr("Description"), pluginDescription(descriptor));
    add(tr("Version"), versionText(offer));
    add(tr("Author"), descriptor.vendor.isEmpty()
                          ? tr("none named")
                          : tr("%1, as it says itself").arg(tamed(descriptor.vendor)));
    add(tr("Licence"), descriptor.licence.isEmpty() ? tr("none named") : tamed(descriptor.licence));
    add(tr("What it does"), provides.join(u'\n'));
    add(tr("What it asks for"), wishTexts(descriptor).join(u'\n'));
    facts->addHeading(tr("How it will run"));
    auto *place =
        new QLabel(tr("In a process of its own, started when it is needed. This system will shut it in "
                      "like this:"),
                   facts);
    place->setWordWrap(true);
    facts->addWidget(place);
    auto *sandbox = new SandboxList(facts);
    sandbox->show(offer.sandbox);
    facts->addWidget(sandbox);
    if (wasTrusted)
        add(tr("Trust"),
            tr("You trusted the old version to run inside Verbale. The new one starts in a process "
               "of its own again."));
    facts->addHeading(tr("What is installed"));
    add(tr("Identifier"), descriptor.id);
    add(tr("Size"), tr("%1 in %n file(s)", nullptr, static_cast<int>(offer.files))
                        .arg(QLocale().formattedDataSize(offer.bytes)));
    QLabel *digest = add(QStringLiteral("SHA-256"), inGroups(offer.sha256));
    digest->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    add(tr("From"), QDir::toNativeSeparators(offer.source));
    add(tr("To"), QDir::toNativeSeparators(offer.folder));
    return facts;
}

QString PluginOfferDialog::text() const
{
    QStringList lines;
    for (const QLabel *label : findChildren<QLabel *>()) {
        if (!label->isHidden())
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

} // namespace verbale::workbench

// The few words the charts add themselves; everything else comes with the specification.
import type { Lang } from "./spec";

interface Words {
  noData: string;
  mapCredit: string;
  keys: string;
}

const WORDS: Record<Lang, Words> = {
  en: {
    noData: "no data",
    mapCredit: "Map: Natural Earth (public domain); outermost regions not shown.",
    keys: "Use the arrow keys to read the values.",
  },
  nl: {
    noData: "geen gegevens",
    mapCredit: "Kaart: Natural Earth (publiek domein); ultraperifere gebieden niet afgebeeld.",
    keys: "Gebruik de pijltjestoetsen om de waarden te lezen.",
  },
  fr: {
    noData: "pas de données",
    mapCredit: "Carte : Natural Earth (domaine public) ; régions ultrapériphériques non représentées.",
    keys: "Utilisez les flèches du clavier pour lire les valeurs.",
  },
  zh: {
    noData: "无数据",
    mapCredit: "地图：Natural Earth（公有领域）；未显示最外围地区。",
    keys: "使用方向键读取数值。",
  },
};

export function words(lang: Lang): Words {
  return WORDS[lang];
}

map-layers = Layers
map-legend = Legend
map-no-data = no data
map-since = since { $day }
map-dual = Dual power
map-contested = Contested
layer-control = Control
layer-railways = Railways
layer-towns = Towns
layer-rivers = Rivers
layer-fronts = Fronts
layer-modern-borders = Present-day borders
# Words that the map leaves out of the names of regions.
map-region-kinds = oblast, guberniya

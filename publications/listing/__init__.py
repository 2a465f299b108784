from publications.listing.listing import Listing

__all__ = ["Listing"]
